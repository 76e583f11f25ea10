/**
 * How long an author waits: from a keystroke to the diagnostics that answer it, to a list of completions, and until the text is judged anew,
 * in a generated analysis of 10,000 words, measured at the real server's pipe; and how that grows with the number of sources.
 *
 *     npm run bench -- keystroke [--sizes 1028,10000,40000] [--edits 300] [--keep FOLDER] [--profile FOLDER] [SOURCES…]
 *
 * SOURCES are folders of texts; a corpus of 1,028 is the first 1,028 of them all. Without one, 1,000 articles are made up. The analysis
 * states figures of the smallest corpus, some of them wrong, and is the same for all sizes. `--keep` leaves indexes where the next run finds
 * them, `--profile` writes what the server's processor did. "cpu" is the time that the server's main thread was running (on Linux): what a
 * machine without other work would need at most.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CompletionList } from 'vscode-languageserver-protocol'
import { readFigures } from '../../server/src/figure/read'
import { sentencesOf } from '../../server/src/language/sentences'
import { LineIndex } from '../../server/src/text/lines'
import { Client, uriOf } from '../support/client'
import { random } from '../support/random'

interface Article {
  /** Below the folder of sources. */
  readonly path: string
  /** The file that it is; none where it is made up. */
  readonly file?: string
  text(): string
}

interface Samples {
  readonly clock: number[]
  readonly cpu: number[]
}

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    edits: { type: 'string', default: '300' },
    keep: { type: 'string' },
    profile: { type: 'string' },
  },
})
const words = 10_000
const scratch = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'beleg-bench-')) : resolve(values.keep)
const articles = folders.length === 0 ? madeUpArticles(1000) : folders.flatMap(articlesIn)
const sizes = (values.sizes?.split(',').map(Number) ?? [articles.length]).filter((size) => size <= articles.length)
const draft = analysis(articles.slice(0, Math.min(...sizes)))

const measured = []
for (const size of sizes) measured.push(await measure(size))
for (const what of ['diagnostics', 'completion', 'judgement'] as const) {
  const p95 = measured.map((samples) => percentile(samples[what].cpu, 0.95))
  if (p95.length > 1) console.log(`growth of ${what} over the sizes (cpu, p95): ${(Math.max(...p95) / Math.min(...p95)).toFixed(2)}`)
}
if (values.keep === undefined) rmSync(scratch, { recursive: true, force: true })

async function measure(size: number): Promise<Record<'diagnostics' | 'completion' | 'judgement', Samples>> {
  const folder = workspace(size)
  const cleanUps: (() => void | Promise<void>)[] = []
  const client = await Client.start(
    {
      folders: [folder],
      locale: 'de',
      cache: join(scratch, 'cache'),
      execArgv: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile, String(size))}`],
    },
    { after: (cleanUp) => cleanUps.push(cleanUp) },
  )
  const uri = uriOf(join(folder, 'analyse.md'))
  let text = draft
  const opened = performance.now()
  await client.open(uri, text)
  await client.diagnostics(uri)
  const findings = performance.now() - opened
  await client.request('textDocument/documentHighlight', { textDocument: { uri }, position: { line: 0, character: 0 } })
  const whole = performance.now() - opened
  // Names are read in the background, on all cores; an author's usual keystroke comes later.
  await client.request('beleg/checkAll', {})
  const all = performance.now() - opened
  console.log(`${size} sources, ${text.split(/\s+/).length} words, ${readFigures(text, 'de').figures.length} figures`)
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`
  console.log(`first findings after ${seconds(findings)}, all after ${seconds(whole)}, everything read after ${seconds(all)}`)

  const { below, pick } = random(7)
  const diagnostics = new Map<string, Samples>()
  const completions: Samples = { clock: [], cpu: [] }
  const judgements: Samples = { clock: [], cpu: [] }
  for (let edit = 0; edit < Number(values.edits); edit++) {
    const { kind, start, end, insert } = nextEdit(text, below, pick)
    const lines = new LineIndex(text)
    const place = (offset: number) => {
      const { line, column } = lines.positionOf(offset)
      return { line, character: column }
    }
    const range = { start: place(start), end: place(end) }
    text = text.slice(0, start) + insert + text.slice(end)
    const samples = diagnostics.get(kind) ?? { clock: [], cpu: [] }
    diagnostics.set(kind, samples)
    await timed(client, samples, async () => {
      const mark = client.count
      const version = await client.change(uri, { range, text: insert })
      await client.diagnostics(uri, (_, of) => of === version, mark)
    })
    const { line, column } = new LineIndex(text).positionOf(start + insert.length)
    await timed(client, completions, () =>
      client.request<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character: column },
        context: { triggerKind: 1 },
      }),
    )
    // Asked for, the judgement does not wait until the keys rest. The answer itself is small.
    const position = { line, character: column }
    await timed(client, judgements, () => client.request('textDocument/documentHighlight', { textDocument: { uri }, position }))
  }
  const published = {
    clock: [...diagnostics.values()].flatMap(({ clock }) => clock),
    cpu: [...diagnostics.values()].flatMap(({ cpu }) => cpu),
  }
  report('keystroke to diagnostics', published)
  for (const [kind, samples] of diagnostics) report(`  ${kind}`, samples)
  report('completion', completions)
  report('judged anew', judgements)
  await client.stop()
  for (const cleanUp of cleanUps.reverse()) await cleanUp()
  return { diagnostics: published, completion: completions, judgement: judgements }
}

async function timed(client: Client, { clock, cpu }: Samples, action: () => Promise<unknown>): Promise<void> {
  const before = processorTime(client.pid)
  const began = performance.now()
  await action()
  clock.push(performance.now() - began)
  cpu.push(processorTime(client.pid) - before)
}

/** Milliseconds that the main thread of a process has been running; 0 where the system does not tell. */
function processorTime(pid: number): number {
  const file = `/proc/${pid}/task/${pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0
}

function report(label: string, { clock, cpu }: Samples): void {
  const row = (times: readonly number[]) =>
    `median ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}, longest ${percentile(times, 1).toFixed(1)} ms`
  console.log(`${label.padEnd(26)} clock: ${row(clock)}; cpu: ${row(cpu)}; ${clock.length} times`)
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** What authors do: mostly a letter more, sometimes a digit, a word less, a new sentence, a new paragraph. */
function nextEdit(text: string, below: (limit: number) => number, pick: <Item>(items: readonly Item[]) => Item) {
  const start = below(text.length)
  const kind = below(10)
  if (kind < 5) return { kind: 'letter', start, end: start, insert: pick([...'enisratdhul ']) }
  if (kind < 7) return { kind: 'digit', start, end: start, insert: pick([...'0123456789']) }
  if (kind < 8) return { kind: 'deletion', start, end: Math.min(text.length, start + below(8)), insert: '' }
  if (kind < 9) return { kind: 'sentence', start, end: start, insert: ' Im Jahr davor waren es 12,5 Prozent.' }
  return { kind: 'blank line', start, end: start, insert: '\n\n' }
}

/** A folder with the first `size` articles as its sources; one that was kept is used again. */
function workspace(size: number): string {
  const root = join(scratch, String(size))
  if (existsSync(root)) return root
  for (const { path, file, text } of articles.slice(0, size)) {
    const place = join(root, 'sources', path)
    mkdirSync(dirname(place), { recursive: true })
    if (file === undefined) writeFileSync(place, text())
    else symlinkSync(file, place)
  }
  return root
}

function articlesIn(folder: string, number: number): Article[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = resolve(folder, name)
      return { path: `${number}/${name}`, file, text: () => readFileSync(file, 'utf8') }
    })
}

function analysis(sources: readonly Article[]): string {
  const { below, pick } = random(5)
  let draft = '# Die Lage\n\n'
  for (let section = 1; draft.split(/\s+/).length < words; section++) {
    draft += `## Abschnitt ${section}\n\n`
    for (let paragraph = 0; paragraph < 4; paragraph++) {
      const source = pick(sources).text()
      const sentences = sentencesOf(source, { start: 0, end: Math.min(source.length, 6000) }, 'de')
        .map(({ start, end }) => source.slice(start, end).replace(/\s+/g, ' '))
        .filter((sentence) => sentence.length > 40 && sentence.length < 300 && /\d/.test(sentence))
        .slice(0, 5)
      // Every fifth digit is wrong.
      const wrong = (sentence: string) =>
        sentence.replace(/\d(?=\d)/g, (digit) => (below(5) === 0 ? String((Number(digit) + 1) % 10) : digit))
      draft += `${sentences.map(wrong).join(' ')}\n\n`
    }
  }
  return draft
}

function madeUpArticles(count: number): Article[] {
  const { below, pick } = random(6)
  const towns = ['Lindau', 'Bregenz', 'Konstanz', 'Friedrichshafen', 'Ravensburg', 'Wangen', 'Kempten', 'Dornbirn']
  const themes = ['Hafen', 'Festival', 'Schule', 'Klinik', 'Brauerei', 'Bahnhof', 'Theater', 'Messe', 'Wasserwerk', 'Stadion']
  const subjects = ['Besucher', 'Beschäftigte', 'Wohnungen', 'Fahrzeuge', 'Schüler', 'Betten']
  return Array.from({ length: count }, (_, number) => {
    const [town, theme] = [pick(towns), pick(themes)]
    const sentence = () => {
      const value = below(9000) + 100
      return pick([
        `Der Umbau von ${theme} ${number} in ${town} kostet ${(value / 100).toFixed(1).replace('.', ',')} Millionen Euro.`,
        `Im Bereich ${theme} ${number} in ${town} gibt es ${value} ${pick(subjects)}.`,
        `Die Auslastung stieg in ${town} auf ${(value / 100).toFixed(1).replace('.', ',')} Prozent.`,
        `Bürgermeister Karl Weber aus ${town} lobte die Arbeit am ${theme}.`,
      ])
    }
    const text = `${theme} in ${town}\n\n${Array.from({ length: 12 }, sentence).join(' ')}\n`
    return { path: `artikel-${number}.txt`, text: () => text }
  })
}
