/** What a file of scenes shares: one code-server and one browser; each scene has a folder and a window of its own. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { type CodeServer, type CodeServerOptions, startCodeServer } from './code-server'
import { copyFixture, launchBrowser, Workbench } from './workbench'

export interface Scene {
  readonly workbench: Workbench
  /** Absolute path of the folder that the window shows. */
  readonly folder: string
}

/** Returns the function that defines scenes, all played in a workbench of these options. `fixture` is empty for an empty folder. */
export function stage(options: CodeServerOptions) {
  let server: CodeServer
  let browser: Browser
  let scenes = 0
  before(async () => {
    mkdirSync('.editor/screenshots', { recursive: true })
    server = await startCodeServer(options)
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
  })
  return (title: string, fixture: string, play: (scene: Scene) => Promise<void>) => {
    scenes += 1
    const name = `${options.name}-${scenes}`
    test(title, { timeout: 180_000 }, async () => {
      const folder = copyFixture(fixture, name)
      const workbench = await Workbench.open(browser, server.url, folder)
      try {
        await play({ workbench, folder })
        assert.deepEqual(workbench.outbound, [], 'nothing outside the machine may be asked')
      } catch (cause) {
        await workbench.screenshot(`failed-${name}`)
        throw cause
      } finally {
        await workbench.close()
      }
    })
  }
}
