/**
 * How long an author waits: from a keystroke to the diagnostics that answer it, and to a list of completions, in a generated analysis of
 * 10,000 words, measured at the real server's pipe.
 *
 *     npm run bench -- keystroke [SOURCES] [EDITS]
 *
 * SOURCES is a folder of texts; without one, 1,000 articles are made up. The analysis states figures of the sources, some of them wrong.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CompletionList } from 'vscode-languageserver-protocol'
import { readFigures } from '../../server/src/figure/read'
import { sentencesOf } from '../../server/src/language/sentences'
import { LineIndex } from '../../server/src/text/lines'
import { Client, uriOf } from '../support/client'
import { random } from '../support/random'

const [folder, edits = '300'] = process.argv.slice(2)
const { below, pick } = random(7)
const scratch = mkdtempSync(join(tmpdir(), 'beleg-bench-'))
const cleanUps: (() => void | Promise<void>)[] = [() => rmSync(scratch, { recursive: true, force: true })]
const words = 10_000

const articles =
  folder === undefined
    ? madeUpArticles(1000)
    : readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
mkdirSync(join(scratch, 'sources'))
for (const { name, text } of articles) {
  if (folder === undefined) writeFileSync(join(scratch, 'sources', name), text)
  else symlinkSync(resolve(folder, name), join(scratch, 'sources', name))
}

let text = analysis()
const client = await Client.start({ folders: [scratch], locale: 'de' }, { after: (cleanUp) => cleanUps.push(cleanUp) })
const uri = uriOf(join(scratch, 'analyse.md'))
const opened = performance.now()
await client.open(uri, text)
await client.diagnostics(uri)
console.log(`${articles.length} sources, ${text.split(/\s+/).length} words, ${readFigures(text, 'de').figures.length} figures`)
const findings = performance.now() - opened
// Names are read in the background, on all cores; an author's usual keystroke comes later.
await client.request('beleg/checkAll', {})
console.log(`first findings after ${(findings / 1000).toFixed(1)} s, all read after ${((performance.now() - opened) / 1000).toFixed(1)} s`)

const diagnostics: number[] = []
const completions: number[] = []
for (let edit = 0; edit < Number(edits); edit++) {
  const { start, end, insert } = nextEdit()
  const lines = new LineIndex(text)
  const place = (offset: number) => {
    const { line, column } = lines.positionOf(offset)
    return { line, character: column }
  }
  const range = { start: place(start), end: place(end) }
  text = text.slice(0, start) + insert + text.slice(end)
  const mark = client.count
  const began = performance.now()
  const version = await client.change(uri, { range, text: insert })
  await client.diagnostics(uri, (_, of) => of === version, mark)
  diagnostics.push(performance.now() - began)
  const { line, column } = new LineIndex(text).positionOf(start + insert.length)
  const asked = performance.now()
  await client.request<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line, character: column },
    context: { triggerKind: 1 },
  })
  completions.push(performance.now() - asked)
}
report('keystroke to diagnostics', diagnostics)
report('completion', completions)
await client.stop()
for (const cleanUp of cleanUps.reverse()) await cleanUp()

function report(label: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`
  console.log(`${label.padEnd(26)} median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`)
}

/** What authors do: mostly a letter more, sometimes a digit, a word less, a new sentence, a new paragraph. */
function nextEdit(): { start: number; end: number; insert: string } {
  const start = below(text.length)
  const kind = below(10)
  if (kind < 5) return { start, end: start, insert: pick([...'enisratdhul ']) }
  if (kind < 7) return { start, end: start, insert: pick([...'0123456789']) }
  if (kind < 8) return { start, end: Math.min(text.length, start + below(8)), insert: '' }
  if (kind < 9) return { start, end: start, insert: ' Im Jahr davor waren es 12,5 Prozent.' }
  return { start, end: start, insert: '\n\n' }
}

function analysis(): string {
  let draft = '# Die Lage\n\n'
  for (let section = 1; draft.split(/\s+/).length < words; section++) {
    draft += `## Abschnitt ${section}\n\n`
    for (let paragraph = 0; paragraph < 4; paragraph++) {
      const { text: source } = pick(articles)
      const sentences = sentencesOf(source, { start: 0, end: Math.min(source.length, 6000) }, 'de')
        .map(({ start, end }) => source.slice(start, end).replace(/\s+/g, ' '))
        .filter((sentence) => sentence.length > 40 && sentence.length < 300 && /\d/.test(sentence))
        .slice(0, 5)
      // Every fifth figure is wrong.
      draft += `${sentences.map((sentence) => sentence.replace(/\d(?=\d)/g, (digit) => (below(5) === 0 ? String((Number(digit) + 1) % 10) : digit))).join(' ')}\n\n`
    }
  }
  return draft
}

function madeUpArticles(count: number): { name: string; text: string }[] {
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
    return { name: `artikel-${number}.txt`, text: `${theme} in ${town}\n\n${Array.from({ length: 12 }, sentence).join(' ')}\n` }
  })
}
