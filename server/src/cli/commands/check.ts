/** `beleg check`: the linter. */
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Workspace } from '../../host/workspace'
import type { Finding, Severity } from '../../rules/rule'
import { checkDocument } from '../../service/check'
import { createSourceReadings } from '../../service/readings'
import { decode } from '../../source/decode'
import { LineIndex } from '../../text/lines'
import type { Locale } from '../../text/locale'
import { applyBaseline, baselineFile, readBaseline, usualBaseline, writeBaseline } from '../baseline'
import { type Call, defineCommand } from '../command'
import { companionsOf } from '../companions'
import { type Complaints, complaintsTo } from '../complaints'
import { type ChangedLines, changedSince } from '../diff'
import { type FormatName, formatNames, formats, isFormatName } from '../formats/format'
import type { Options } from '../options'
import { progressOn } from '../progress'
import { type Result, relativePath, severities, summaryOf } from '../results'
import { summaryLine } from '../summary'
import { type ExitCode, Failure, readAll, type Terminal, traceOf } from '../terminal'
import { type Asked, byWorkspace, corpusOptions, documentsAsked, isFile, openCorpus, refreshCorpus, reportCorpus } from '../workspaces'

const levels = ['error', 'warning', 'information', 'info', 'none'] as const

const options = {
  ...corpusOptions,
  format: {
    value: 'NAME',
    short: 'f',
    alias: 'output-format',
    values: formatNames,
    help: { de: formatNames.join(', '), en: formatNames.join(', ') },
  },
  'output-file': {
    value: 'FILE',
    short: 'o',
    help: { de: 'Befunde in diese Datei statt auf die Standardausgabe', en: 'findings into this file instead of standard output' },
  },
  'fail-level': {
    value: 'LEVEL',
    values: levels,
    help: {
      de: 'ab welcher Schwere der Lauf mit 1 endet: error (üblich), warning, information, none',
      en: 'from which severity on the run ends with 1: error (default), warning, information, none',
    },
  },
  'max-warnings': {
    value: 'N',
    help: { de: 'mehr als N Warnungen: der Lauf endet mit 1', en: 'more than N warnings: the run ends with 1' },
  },
  'exit-zero': { help: { de: 'Befunde lassen den Lauf nie scheitern', en: 'findings never fail the run' } },
  quiet: { short: 'q', help: { de: 'nur Fehler zeigen', en: 'show errors only' } },
  diff: {
    value: 'BASE',
    help: {
      de: 'nur Befunde in Zeilen, die sich seit der Abzweigung von BASE geändert haben',
      en: 'only findings in lines that changed since the branch left BASE',
    },
  },
  baseline: { value: 'FILE', help: { de: 'was hier steht, ist entschuldigt', en: 'what is listed here is excused' } },
  'write-baseline': {
    help: {
      de: `alle jetzigen Befunde als Baseline schreiben (nach --baseline, sonst ${usualBaseline})`,
      en: `write all present findings as the baseline (to --baseline, else ${usualBaseline})`,
    },
  },
  stdin: { help: { de: 'das Dokument von der Standardeingabe lesen', en: 'read the document from standard input' } },
  'stdin-filename': { value: 'PATH', help: { de: 'als welche Datei es gilt', en: 'which file it stands for' } },
  'print-config': { help: { de: 'die geltenden Einstellungen zeigen, nichts prüfen', en: 'show the effective settings, check nothing' } },
  color: { help: { de: 'mit Farbe, auch in eine Datei', en: 'with colour, even into a file' } },
  'no-color': { help: { de: 'ohne Farbe', en: 'without colour' } },
} as const satisfies Options

export const check = defineCommand({
  usage: 'check [OPTIONS] [FILES…]',
  about: {
    de: 'Prüft Markdown-Dokumente an den Quellen. Ohne FILES alle Dokumente des Arbeitsbereichs.\nEnde mit 0: nichts zu beanstanden, 1: Befunde, 2: der Lauf selbst ist gescheitert.',
    en: 'Checks Markdown documents against the sources. Without FILES all documents of the workspace.\nExit status 0: nothing to object to, 1: findings, 2: the run itself failed.',
  },
  options,
  run,
})

async function run(call: Call<typeof options>): Promise<ExitCode> {
  const { values, terminal, locale } = call
  const complaints = complaintsTo(terminal)
  const maxWarnings = parseMaxWarnings(values['max-warnings'], locale)
  const changes = values.diff === undefined ? undefined : await changedSince(values.diff, terminal.cwd, locale)
  const checked: Unfiltered[] = []
  for (const [start, asked] of await groupsAsked(call, complaints)) {
    const workspace = await openCorpus(start, values, terminal, complaints, locale)
    try {
      if (values['print-config']) await printConfig(workspace, terminal)
      else checked.push(...(await checkAll(workspace, asked, call, complaints)))
    } finally {
      await workspace.close()
    }
  }
  if (values['print-config']) return complaints.failed ? 2 : 0

  const inScope = checked.map((document) => ({
    ...document,
    findings: changes === undefined ? document.findings : changedFindings(document, changes),
  }))
  inScope.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  if (values['write-baseline']) {
    await writeNewBaseline(inScope, call)
    return complaints.failed ? 2 : 0
  }
  const documents = await withoutBaseline(inScope, call)
  await write(documents, call)
  if (complaints.failed) return 2
  return fails(
    documents,
    values['exit-zero'] ? 'none' : (values['fail-level'] ?? 'error'),
    values['exit-zero'] ? Number.POSITIVE_INFINITY : maxWarnings,
  )
    ? 1
    : 0
}

type Unfiltered = Omit<Result, 'excused'> & { readonly file: string }

/** Documents by the folder where the search for their beleg.yaml begins; undefined stands for all that the workspace has. */
async function groupsAsked(
  { values, positionals, terminal, locale }: Call<typeof options>,
  complaints: Complaints,
): Promise<ReadonlyMap<string, readonly Asked[] | undefined>> {
  if (values.stdin)
    return byWorkspace([{ file: resolve(terminal.cwd, values['stdin-filename'] ?? 'stdin.md'), byName: true }], values, terminal)
  if (values['stdin-filename'] !== undefined) throw new Failure(messages[locale].stdinFilename)
  if (positionals.length === 0) return new Map([[terminal.cwd, undefined]])
  return byWorkspace(await documentsAsked(positionals, terminal, complaints, locale), values, terminal)
}

async function checkAll(
  workspace: Workspace,
  asked: readonly Asked[] | undefined,
  call: Call<typeof options>,
  complaints: Complaints,
): Promise<Unfiltered[]> {
  const { values, terminal, locale } = call
  const { index, folder, settings } = workspace
  await refreshCorpus(workspace, values, terminal, locale)
  await reportCorpus(workspace, values, terminal, complaints, locale)
  const files =
    asked === undefined ? (await workspace.documents()).map((path) => resolve(folder, path)) : await withoutSources(asked, workspace)
  if (files.length === 0) await complaints.failure(messages[locale].noDocuments(settings.documents.join(' ')))
  const companions = await companionsOf(workspace, terminal, complaints, locale)
  const readings = createSourceReadings()
  const results: Unfiltered[] = []
  const line = progressOn(terminal, values['no-progress'] !== true)
  for (const [done, file] of files.entries()) {
    if (terminal.signal.aborted) throw new Failure(messages[locale].interrupted)
    line.show(messages[locale].checking, done, files.length)
    const path = relativePath(terminal.cwd, file)
    const text = await documentText(file, path, call, complaints)
    if (text === undefined) continue
    try {
      const checked = await checkDocument({
        text,
        path: relativePath(folder, file),
        index,
        settings,
        companions,
        locale,
        readings,
        lookForActors: (keys) => workspace.lookForActors({ keys, signal: terminal.signal }),
      })
      results.push({ file, path, folder, cwd: terminal.cwd, checked, lines: new LineIndex(text), findings: checked.findings })
    } catch (cause) {
      // A bug of ours costs one document, not the run.
      await complaints.failure(messages[locale].unexpected(path, traceOf(cause, terminal)))
    }
  }
  await line.clear()
  return results
}

/** A pattern may find sources too, and they are nothing to check; a file named outright is checked whatever it is. */
async function withoutSources(asked: readonly Asked[], { index, folder }: Workspace): Promise<readonly string[]> {
  const sources = new Set((await index.files()).map(({ path }) => resolve(folder, path)))
  return asked.filter(({ file, byName }) => byName || !sources.has(file)).map(({ file }) => file)
}

async function documentText(
  file: string,
  path: string,
  { values, terminal, locale }: Call<typeof options>,
  complaints: Complaints,
): Promise<string | undefined> {
  const say = messages[locale]
  const bytes = values.stdin ? await readAll(terminal.stdin) : await readFile(file).catch(() => undefined)
  if (bytes === undefined) {
    await complaints.failure(say.unreadable(path))
    return undefined
  }
  if (bytes.length === 0) return ''
  const decoded = decode(bytes)
  if (decoded.kind === 'text') return decoded.text
  await complaints.failure(say.noText(path))
  return undefined
}

/** Findings in changed lines, and those that a changed source has brought about. */
function changedFindings({ file, lines, findings, folder }: Unfiltered, changes: ChangedLines): readonly Finding[] {
  return findings.filter(({ span, evidence, passages = [] }) => {
    const first = lines.positionOf(span.start).line + 1
    const last = lines.positionOf(Math.max(span.start, span.end - 1)).line + 1
    return (
      changes.touches(file, first, last) || [...evidence, ...passages].some(({ source }) => changes.changed(resolve(folder, source.path)))
    )
  })
}

async function withoutBaseline(
  checked: readonly Unfiltered[],
  { values, terminal, locale }: Call<typeof options>,
): Promise<readonly Result[]> {
  if (values.baseline === undefined) return checked.map((document) => ({ ...document, excused: [] }))
  const baseline = await readBaseline(resolve(terminal.cwd, values.baseline), locale)
  const split = applyBaseline(baseline, checked)
  return checked.map((document, at) => ({ ...document, findings: split[at]?.fresh ?? [], excused: split[at]?.excused ?? [] }))
}

async function writeNewBaseline(checked: readonly Unfiltered[], { values, terminal, locale }: Call<typeof options>): Promise<void> {
  const say = messages[locale]
  const file = baselineFile(values.baseline, terminal.cwd, checked[0]?.folder ?? terminal.cwd)
  const earlier = (await isFile(file)) ? await readBaseline(file, locale) : undefined
  const { written, added, removed } = await writeBaseline(file, checked, earlier)
  await terminal.stderr.write(`beleg: ${say.baselineWritten(relativePath(terminal.cwd, file), written, added.length, removed)}\n`)
  if (earlier === undefined) return
  for (const { path, rule, text } of added) await terminal.stderr.write(`  + ${path}  ${rule}  ${text}\n`)
}

async function write(documents: readonly Result[], { values, terminal, locale }: Call<typeof options>): Promise<void> {
  const summary = summaryOf(documents)
  const shown = values.quiet
    ? documents.map((document) => ({ ...document, findings: document.findings.filter(({ severity }) => severity === 'error') }))
    : documents
  const name = values.format !== undefined && isFormatName(values.format) ? values.format : 'stylish'
  const format = await formats[name]()
  const outputFile =
    values['output-file'] === undefined || values['output-file'] === '-' ? undefined : resolve(terminal.cwd, values['output-file'])
  const style = { color: wantsColor(values, terminal, outputFile !== undefined), columns: terminal.stdout.columns }
  const text = await format({ documents: forges.has(name) ? inRepository(shown, terminal) : shown, summary, locale }, style)
  if (outputFile === undefined) await terminal.stdout.write(text)
  else {
    await writeFile(outputFile, text).catch((cause: unknown) => {
      throw new Failure(
        messages[locale].unwritable(values['output-file'] ?? '', cause instanceof Error && 'code' in cause ? String(cause.code) : ''),
      )
    })
  }
  if (name !== 'stylish' || outputFile !== undefined) await terminal.stderr.write(`${summaryLine(summary, locale)}\n`)
}

/** Formats that a forge reads, which knows files by their place in the repository. */
const forges: ReadonlySet<FormatName> = new Set(['github', 'gitlab', 'sarif'])

/** The documents with their paths from the root of the repository, where the forge that runs the check says which that is. */
function inRepository(documents: readonly Result[], { cwd, env }: Terminal): readonly Result[] {
  const root = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR']
  if (root === undefined || root === cwd || relativePath(root, cwd).startsWith('..')) return documents
  return documents.map((document) => ({ ...document, path: relativePath(root, resolve(cwd, document.path)), cwd: root }))
}

async function printConfig({ folder, settings }: Workspace, { stdout }: Terminal): Promise<void> {
  await stdout.write(`${JSON.stringify({ folder, ...settings }, null, 2)}\n`)
}

function fails(documents: readonly Result[], level: (typeof levels)[number] | string, maxWarnings: number): boolean {
  const found = documents.flatMap(({ findings }) => findings.map(({ severity }) => severity))
  if (found.filter((severity) => severity === 'warning').length > maxWarnings) return true
  const limit = severities.indexOf((level === 'info' ? 'information' : level) as Severity)
  return found.some((severity) => severities.indexOf(severity) <= limit)
}

/** https://no-color.org and its counterpart, then what the output is. */
function wantsColor(values: Call<typeof options>['values'], { env, stdout }: Terminal, toFile: boolean): boolean {
  if (values['no-color']) return false
  if (values.color) return true
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return !toFile && stdout.isTerminal && env['TERM'] !== 'dumb'
}

function parseMaxWarnings(value: string | undefined, locale: Locale): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(value)) throw new Failure(messages[locale].maxWarnings(value))
  return Number(value)
}

const messages = {
  de: {
    stdinFilename: '--stdin-filename gilt nur zusammen mit --stdin.',
    noDocuments: (patterns: string) => `Keine Dokumente gefunden (${patterns}). Dateien nennen oder documents: in beleg.yaml setzen.`,
    unreadable: (path: string) => `${path}: lässt sich nicht lesen. Rechte prüfen.`,
    noText: (path: string) => `${path}: sieht nicht nach Text aus. Als UTF-8 speichern.`,
    checking: 'Dokumente prüfen',
    interrupted: 'abgebrochen, bevor alle Dokumente geprüft waren.',
    unexpected: (path: string, what: string) => `${path}: unerwarteter Fehler in Beleg, bitte melden: ${what}`,
    unwritable: (path: string, code: string) => `${path}: lässt sich nicht schreiben (${code}). Ordner und Rechte prüfen.`,
    maxWarnings: (value: string) => `--max-warnings ist eine Anzahl, nicht „${value}“.`,
    baselineWritten: (file: string, written: number, added: number, removed: number) =>
      `${file}: ${written} Befunde geschrieben, davon ${added} neu; ${removed} entfallen.`,
  },
  en: {
    stdinFilename: '--stdin-filename goes with --stdin only.',
    noDocuments: (patterns: string) => `No documents found (${patterns}). Name files, or set documents: in beleg.yaml.`,
    unreadable: (path: string) => `${path}: cannot be read. Check its permissions.`,
    noText: (path: string) => `${path}: does not look like text. Save it as UTF-8.`,
    checking: 'Checking documents',
    interrupted: 'aborted before all documents were checked.',
    unexpected: (path: string, what: string) => `${path}: unexpected error in Beleg, please report: ${what}`,
    unwritable: (path: string, code: string) => `${path}: cannot be written (${code}). Check folder and permissions.`,
    maxWarnings: (value: string) => `--max-warnings is a number, not "${value}".`,
    baselineWritten: (file: string, written: number, added: number, removed: number) =>
      `${file}: ${written} findings written, ${added} of them new; ${removed} dropped.`,
  },
} satisfies Record<Locale, unknown>
