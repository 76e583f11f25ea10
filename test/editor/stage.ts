/**
 * What all scenes share: one code-server and one browser, whose cache holds the workbench's program. Starting is most of what a window costs,
 * so the scenes of a stage are played one after the other in one window, which is put back before each: nothing of the scene before is open,
 * and its folder holds the files of the next. A scene about starting, about what is stored, or about another kind of folder has a window for
 * itself, and after a scene that failed the next begins in a new one.
 */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { type CodeServer, type Settings, startCodeServer } from './code-server'
import { exchange } from './exchange'
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

/** Defines a scene: what it is called, its folder, and how it is played. */
type Define = (title: string, setting: Setting, play: (scene: Scene) => Promise<void>) => void

interface House {
  readonly server: CodeServer
  readonly browser: BrowserContext
}

/** An open window; only scenes of its stage are played in it. */
interface Window extends Scene {
  readonly stage: object
}

let opened: Promise<House> | undefined
/** There is never more than one, as a new one clears what the browser has stored. */
let current: Window | undefined

async function openHouse(): Promise<House> {
  mkdirSync('.editor/screenshots', { recursive: true })
  const [server, browser] = await Promise.all([startCodeServer(), launchBrowser()])
  return { server, browser }
}

async function closeWindow(): Promise<void> {
  const window = current
  current = undefined
  await window?.workbench.close()
}

/** Milliseconds that a browser gets to end by itself. */
const patience = 10_000

after(async () => {
  const house = await opened
  await house?.server.stop()
  await Promise.race([house?.browser.close(), wait(patience, undefined, { ref: false })])
})

/** Returns what defines scenes in windows of these options: `scene` in the window that they share, `alone` in one of its own. */
export function stage({ name, settings = {}, locale = 'en' }: StageOptions): { readonly scene: Define; readonly alone: Define } {
  const shared = {}
  let scenes = 0

  async function openWindow(id: string, setting: Setting, stage: object): Promise<Window> {
    await closeWindow()
    opened ??= openHouse()
    const { server, browser } = await opened
    const { folder, workspace } = furnish(id, setting)
    server.configure(settings, locale)
    current = { stage, folder, workbench: await Workbench.open(browser, server.url, workspace === undefined ? { folder } : { workspace }) }
    return current
  }

  /** The window that is open, as if the scene had opened it. */
  async function putBack(window: Window, id: string, setting: Setting): Promise<Window> {
    const { folder } = furnish(id, setting)
    await window.workbench.putBack()
    if (exchange(window.folder, folder)) {
      await window.workbench.expectFilesRead(window.folder)
      await window.workbench.putBack()
    }
    return window
  }

  const define =
    (stageOf: () => object): Define =>
    (title, setting, play) => {
      scenes += 1
      const id = `${name}-${scenes}`
      test(title, { timeout: 180_000 }, async ({ signal }) => {
        // It aborts when a scene takes too long, and also when one is over.
        const giveUp = () => void closeWindow()
        signal.addEventListener('abort', giveUp)
        try {
          const stage = stageOf()
          const window = current?.stage === stage ? await putBack(current, id, setting) : await openWindow(id, setting, stage)
          await play(window)
          assert.deepEqual(window.workbench.outbound, [], 'nothing outside the machine may be asked')
        } catch (cause) {
          // Where it took too long its window is closed already, and another may be open.
          if (!signal.aborted) {
            await current?.workbench.screenshot(`failed-${id}`)
            await closeWindow()
          }
          throw cause
        } finally {
          signal.removeEventListener('abort', giveUp)
        }
      })
    }
  return { scene: define(() => shared), alone: define(() => ({})) }
}

/** Writes the files of a scene into a folder of its own. */
function furnish(id: string, setting: Setting): { readonly folder: string; readonly workspace: string | undefined } {
  const folder = copyFixture(typeof setting === 'string' ? setting : '', id)
  return { folder, workspace: typeof setting === 'string' ? undefined : setting(folder) }
}
