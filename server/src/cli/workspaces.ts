/**
 * From a command's arguments to a workspace with an index that is up to date, with everything said that a user must know about it: what
 * is wrong in beleg.yaml, on which lesser path it runs, which files were skipped, that there are no sources at all.
 */
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { configurationName, findWorkspaceFolder } from '../host/configuration'
import { findFiles } from '../host/files'
import { openWorkspace, type Refreshed, type Workspace } from '../host/workspace'
import type { Problem } from '../settings/settings'
import type { Locale } from '../text/locale'
import { type Complaints, complaintsTo } from './complaints'
import type { Options, Values } from './options'
import { progressOn } from './progress'
import { relativePath } from './results'
import { skippedLine } from './skipped'
import { Failure, type Terminal } from './terminal'

/** Options of every command that has to do with a corpus. */
export const corpusOptions = {
  config: {
    value: 'FILE',
    short: 'c',
    help: { de: 'diese beleg.yaml statt der nächsten oberhalb', en: 'this beleg.yaml instead of the nearest one upwards' },
  },
  'no-config': { help: { de: 'ohne beleg.yaml, mit den üblichen Einstellungen', en: 'without beleg.yaml, with the usual settings' } },
  sources: {
    value: 'GLOB',
    multiple: true,
    short: 's',
    help: { de: 'Quellen statt derer in beleg.yaml (mehrfach möglich)', en: 'sources instead of those in beleg.yaml (repeatable)' },
  },
  'cache-location': { value: 'DIR', help: { de: 'Ordner für den Index', en: 'folder for the index' } },
  'no-progress': { help: { de: 'keine Fortschrittsanzeige', en: 'no progress display' } },
} as const satisfies Options

type CorpusValues = Values<typeof corpusOptions>

/** How many skipped files are named before the rest is only counted. */
const namedSkipped = 10

export async function openCorpus(
  start: string,
  values: CorpusValues,
  terminal: Terminal,
  complaints: Complaints,
  locale: Locale,
): Promise<Workspace> {
  const say = messages[locale]
  const configFile = values.config === undefined ? undefined : resolve(terminal.cwd, values.config)
  if (configFile !== undefined && !(await isFile(configFile))) throw new Failure(say.noConfig(values.config ?? ''))
  const workspace = await openWorkspace({
    folder: start,
    locale,
    ...(values['no-config'] ? { configFile: false } : configFile === undefined ? {} : { configFile }),
    ...(values.sources === undefined ? {} : { sources: values.sources.map((pattern) => absoluteGlob(pattern, terminal.cwd)) }),
    ...(values['cache-location'] === undefined ? {} : { cacheLocation: resolve(terminal.cwd, values['cache-location']) }),
  })
  for (const problem of workspace.problems) {
    const line = problemLine(problem, workspace, terminal)
    await (problem.severity === 'error' ? complaints.failure(line) : complaints.note(line))
  }
  if (workspace.note !== undefined) await complaints.note(workspace.note[locale])
  return workspace
}

export async function refreshCorpus(workspace: Workspace, values: CorpusValues, terminal: Terminal, locale: Locale): Promise<Refreshed> {
  const line = progressOn(terminal, values['no-progress'] !== true)
  const [told, note] = [workspace.problems.length, workspace.note]
  const refreshed = await workspace.refresh({
    signal: terminal.signal,
    progress: ({ phase, done, total }) => line.show(messages[locale][phase], done, total),
  })
  await line.clear()
  // A refresh reads the bibliographies and gives keys; mistakes there cost an entry or a key, never the run.
  for (const problem of workspace.problems.slice(told)) await complaintsTo(terminal).note(problemLine(problem, workspace, terminal))
  // The disk may have filled up meanwhile.
  if (workspace.note !== undefined && workspace.note !== note) await complaintsTo(terminal).note(workspace.note[locale])
  if (!refreshed.complete) throw new Failure(messages[locale].interrupted)
  return refreshed
}

function problemLine({ path, line, message }: Problem, { folder }: Workspace, { cwd }: Terminal): string {
  return `${relativePath(cwd, resolve(folder, path))}:${line}: ${message}`
}

/** Looks for actors in all sources, for commands that speak of them. */
export async function findAllActors(workspace: Workspace, values: CorpusValues, terminal: Terminal, locale: Locale): Promise<void> {
  const line = progressOn(terminal, values['no-progress'] !== true)
  await workspace.lookForActors({
    signal: terminal.signal,
    progress: ({ phase, done, total }) => line.show(messages[locale][phase], done, total),
  })
  await line.clear()
  if (terminal.signal.aborted) throw new Failure(messages[locale].interruptedActors)
}

/** Says which files are no sources, and fails where nothing is left to check against. */
export async function reportCorpus(
  workspace: Workspace,
  values: CorpusValues,
  terminal: Terminal,
  complaints: Complaints,
  locale: Locale,
): Promise<void> {
  const say = messages[locale]
  const skipped = (await workspace.index.files()).flatMap(({ path, outcome }) =>
    outcome.kind === 'skipped' ? [{ path, reason: outcome.reason }] : [],
  )
  for (const { path, reason } of skipped.slice(0, namedSkipped)) {
    await complaints.note(skippedLine(relativePath(terminal.cwd, resolve(workspace.folder, path)), reason, locale))
  }
  if (skipped.length > namedSkipped) await complaints.note(say.moreSkipped(skipped.length - namedSkipped))
  const { sources } = await workspace.index.stats()
  if (sources > 0) return
  const patterns = (values.sources ?? workspace.settings.sources).join(' ')
  await complaints.failure(say.noSources(patterns, await whereSourcesAreSet(workspace, values, terminal)))
}

/** A document to check: where it is, and whether the user named it or a pattern found it. */
export interface Asked {
  /** Absolute. */
  readonly file: string
  readonly byName: boolean
}

/** Files, folders and patterns of the command line as documents; each that leads nowhere is a failure of its own. */
export async function documentsAsked(
  positionals: readonly string[],
  terminal: Terminal,
  complaints: Complaints,
  locale: Locale,
): Promise<readonly Asked[]> {
  const found = new Map<string, Asked>()
  for (const positional of positionals) {
    const path = resolve(terminal.cwd, positional)
    const byName = await isFile(path)
    const files = byName ? [path] : await filesLike(positional, path, terminal.cwd)
    if (files.length === 0) {
      const say = messages[locale]
      await complaints.failure((await isFolder(path)) ? say.noMarkdown(positional) : say.noFile(positional))
    }
    for (const file of files) found.set(file, { file, byName: byName || found.get(file)?.byName === true })
  }
  return [...found.values()]
}

/** Documents by the folder of the beleg.yaml above them; those without one go with the folder of the call. */
export async function byWorkspace(
  asked: readonly Asked[],
  values: CorpusValues,
  terminal: Terminal,
): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const groups = new Map<string, Asked[]>()
  for (const document of asked) {
    const folder = values.config === undefined && !values['no-config'] ? await findWorkspaceFolder(dirname(document.file)) : undefined
    const key = folder ?? terminal.cwd
    groups.set(key, [...(groups.get(key) ?? []), document])
  }
  return groups
}

async function filesLike(positional: string, path: string, cwd: string): Promise<readonly string[]> {
  if (await isFolder(path)) return (await findFiles(path, ['**/*.md'])).map((file) => resolve(path, file))
  if (!/[*?[{]/.test(positional)) return []
  return (await findFiles(cwd, [positional.replaceAll('\\', '/')])).map((file) => resolve(cwd, file))
}

function absoluteGlob(pattern: string, cwd: string): string {
  return pattern.startsWith('!') ? `!${resolve(cwd, pattern.slice(1))}` : resolve(cwd, pattern)
}

async function whereSourcesAreSet(workspace: Workspace, values: CorpusValues, { cwd }: Terminal): Promise<string | undefined> {
  if (values.sources !== undefined) return undefined
  const file = values.config === undefined ? join(workspace.folder, configurationName) : resolve(cwd, values.config)
  if (!(await isFile(file))) return undefined
  const line = (await readFile(file, 'utf8')).split('\n').findIndex((text) => text.startsWith('sources:'))
  return `${relativePath(cwd, file)}${line < 0 ? '' : `:${line + 1}`}`
}

export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

const messages = {
  de: {
    sources: 'Quellen lesen',
    actors: 'Akteure suchen',
    interrupted: 'abgebrochen, bevor alle Quellen gelesen waren.',
    interruptedActors: 'abgebrochen, bevor in allen Quellen nach Akteuren gesucht war.',
    noConfig: (file: string) => `${file}: diese Konfiguration gibt es nicht. Pfad hinter --config prüfen.`,
    noFile: (file: string) => `${file}: keine solche Datei. Pfad oder Muster prüfen.`,
    noMarkdown: (folder: string) => `${folder}: in diesem Ordner liegt keine Markdown-Datei.`,
    noSources: (patterns: string, place?: string) =>
      `${place === undefined ? '' : `${place}: `}Keine Quellen gefunden (${patterns}). Quellen dort ablegen, mit --sources nennen oder in beleg.yaml unter sources: eintragen.`,
    moreSkipped: (count: number) => `${count} weitere Dateien übergangen; alle mit: beleg index`,
  },
  en: {
    sources: 'Reading sources',
    actors: 'Finding actors',
    interrupted: 'aborted before all sources were read.',
    interruptedActors: 'aborted before all sources were searched for actors.',
    noConfig: (file: string) => `${file}: there is no such configuration. Check the path after --config.`,
    noFile: (file: string) => `${file}: no such file. Check the path or pattern.`,
    noMarkdown: (folder: string) => `${folder}: this folder holds no Markdown file.`,
    noSources: (patterns: string, place?: string) =>
      `${place === undefined ? '' : `${place}: `}No sources found (${patterns}). Put sources there, name them by --sources, or list them under sources: in beleg.yaml.`,
    moreSkipped: (count: number) => `${count} more files skipped; all of them with: beleg index`,
  },
} satisfies Record<Locale, unknown>
