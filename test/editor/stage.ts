/**
 * What all scenes share: one code-server and one browser, whose cache holds the workbench's program; each scene has a folder, a window and
 * settings of its own, and nothing that a window before it has stored.
 */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { type CodeServer, type Settings, startCodeServer } from './code-server'
import { copyFixture, launchBrowser, Workbench } from './workbench'

export interface Scene {
  readonly workbench: Workbench
  /** Absolute path of the folder that the window shows. */
  readonly folder: string
}

/** A fixture to copy, empty for an empty folder; or what writes the files of the folder, and may name the `.code-workspace` to open in it. */
export type Setting = string | ((folder: string) => string | undefined)

export interface StageOptions {
  /** Begins the names of the folders of its scenes. */
  readonly name: string
  readonly settings?: Settings
  readonly locale?: 'de' | 'en'
}

interface House {
  readonly server: CodeServer
  readonly browser: BrowserContext
}

let opened: Promise<House> | undefined

async function openHouse(): Promise<House> {
  mkdirSync('.editor/screenshots', { recursive: true })
  const [server, browser] = await Promise.all([startCodeServer(), launchBrowser()])
  return { server, browser }
}

/** Milliseconds that a browser gets to end by itself. */
const patience = 10_000

after(async () => {
  const house = await opened
  await house?.server.stop()
  await Promise.race([house?.browser.close(), wait(patience, undefined, { ref: false })])
})

/** Returns the function that defines scenes, all played in windows of these options. */
export function stage({ name, settings = {}, locale = 'en' }: StageOptions) {
  let scenes = 0
  return (title: string, setting: Setting, play: (scene: Scene) => Promise<void>) => {
    scenes += 1
    const id = `${name}-${scenes}`
    test(title, { timeout: 180_000 }, async ({ signal }) => {
      opened ??= openHouse()
      const { server, browser } = await opened
      const folder = copyFixture(typeof setting === 'string' ? setting : '', id)
      const workspace = typeof setting === 'string' ? undefined : setting(folder)
      server.configure(settings, locale)
      const workbench = await Workbench.open(browser, server.url, workspace === undefined ? { folder } : { workspace })
      signal.addEventListener('abort', () => void workbench.close())
      try {
        await play({ workbench, folder })
        assert.deepEqual(workbench.outbound, [], 'nothing outside the machine may be asked')
      } catch (cause) {
        await workbench.screenshot(`failed-${id}`)
        throw cause
      } finally {
        await workbench.close()
      }
    })
  }
}
