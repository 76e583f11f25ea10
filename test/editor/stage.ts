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

/** A fixture to copy, empty for an empty folder; or what writes the files of the folder, and may name the `.code-workspace` to open in it. */
export type Setting = string | ((folder: string) => string | undefined)

/** Returns the function that defines scenes, all played in a workbench of these options. */
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
  return (title: string, setting: Setting, play: (scene: Scene) => Promise<void>) => {
    scenes += 1
    const name = `${options.name}-${scenes}`
    test(title, { timeout: 180_000 }, async () => {
      const folder = copyFixture(typeof setting === 'string' ? setting : '', name)
      const workspace = typeof setting === 'string' ? undefined : setting(folder)
      const workbench = await Workbench.open(browser, server.url, workspace === undefined ? { folder } : { workspace })
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
