/**
 * npm run eval -- misspelt DIR --sources DIR [DIR --sources DIR …] [--every 10] [--seed 1] [--rounds 3] [--cache-location DIR] [--verbose]
 *
 * How quiet and how watchful `actor-misspelt` is: false alarms per document on the Markdown files of DIR as they are, and how many are found on
 * copies in which one letter of every tenth name is changed. Names are what the recogniser finds in the untouched document, of four letters
 * or more; a change that gives another word or a known name is drawn again. Every round begins at another name and draws other letters.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Mention } from '../../server/src/actor/actor'
import { isKnownWord } from '../../server/src/actor/misspelt'
import { openWorkspace, type Workspace } from '../../server/src/host/workspace'
import { type CheckInput, checkDocument } from '../../server/src/service/check'
import { createSourceReadings } from '../../server/src/service/readings'
import { overlaps, type Span } from '../../server/src/text/span'
import { random } from '../support/random'

const args = process.argv.slice(2)
const valuesOf = (name: string) => args.flatMap((arg, at) => (args[at - 1] === name ? [arg] : []))
const folders = args.filter((arg, at) => !arg.startsWith('--') && !/^--(?!verbose)/.test(args[at - 1] ?? ''))
const sources = valuesOf('--sources')
if (folders.length === 0 || folders.length !== sources.length) {
  console.error(
    'Usage: npm run eval -- misspelt DIR --sources DIR [DIR --sources DIR …] [--every 10] [--seed 1] [--rounds 3] [--cache-location DIR] [--verbose]',
  )
  process.exit(2)
}
const every = Number(valuesOf('--every')[0] ?? 10)
const rounds = Number(valuesOf('--rounds')[0] ?? 3)
const { below, pick } = random(Number(valuesOf('--seed')[0] ?? 1))
const say = (line: string) => {
  if (args.includes('--verbose')) console.log(line)
}

const scratch = valuesOf('--cache-location')[0] ?? mkdtempSync(join(tmpdir(), 'beleg-eval-'))
process.on('exit', () => {
  if (!args.includes('--cache-location')) rmSync(scratch, { recursive: true, force: true })
})
let [documents, alarms, changed, found, others] = [0, 0, 0, 0, 0]
for (const [at, folder] of folders.entries()) {
  const workspace = await openWorkspace({ folder, sources: [resolve(sources[at] ?? '', '**')], cacheLocation: join(scratch, String(at)) })
  await workspace.refresh()
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()) {
    const text = readFileSync(join(folder, name), 'utf8')
    const { doubts, mentions } = await misspeltIn(text, name, workspace)
    documents++
    alarms += doubts.length
    for (const { start, end, message } of doubts) say(`${name}: false alarm: ${text.slice(start, end)}: ${message}`)
    const names = mentions.filter((mention) => mention.text.replace(/\P{L}/gu, '').length >= 4 && /\p{Ll}/u.test(mention.text))
    for (let round = 0; round < rounds; round++) {
      const first = below(every)
      const slips = names.filter((_, index) => index % every === first).flatMap((mention) => slipIn(text, mention))
      const copy = withSlips(text, slips)
      const after = await misspeltIn(copy.text, name, workspace)
      for (const [index, span] of copy.spans.entries()) {
        changed++
        if (after.doubts.some((doubt) => overlaps(doubt, span))) found++
        else say(`${name}: missed: ${slips[index]?.before} written ${copy.text.slice(span.start, span.end)}`)
      }
      for (const doubt of after.doubts) {
        if (copy.spans.some((span) => overlaps(doubt, span))) continue
        others++
        say(`${name}: elsewhere: ${copy.text.slice(doubt.start, doubt.end)}: ${doubt.message}`)
      }
    }
  }
  await workspace.close()
}
console.log(`${documents} documents as they are: ${alarms} false alarms, ${(alarms / documents).toFixed(2)} per document`)
console.log(
  `${changed} names with a letter changed: ${found} found, ${((100 * found) / changed).toFixed(1)} %; ${(others / documents / rounds).toFixed(2)} alarms per document elsewhere`,
)

async function misspeltIn(text: string, path: string, workspace: Workspace) {
  const { index, settings } = workspace
  const lookForActors: CheckInput['lookForActors'] = (keys) => workspace.lookForActors({ keys })
  const input: CheckInput = { text, path, index, settings, locale: 'en', lookForActors, readings: createSourceReadings(500_000) }
  const { findings, mentions } = await checkDocument(input)
  const doubts = findings.filter(({ rule }) => rule === 'actor-misspelt').map(({ span, message }) => ({ ...span, message }))
  return { doubts, mentions }
}

interface Slip extends Span {
  readonly before: string
  readonly after: string
}

/** One letter of a name made another one, in one of its words of four letters or more. */
function slipIn(text: string, { start, end }: Mention): Slip[] {
  const words = [...text.slice(start, end).matchAll(/\p{L}{4,}/gu)].filter(({ 0: word }) => /^\p{Lu}\p{Ll}+$/u.test(word))
  for (let attempt = 0; attempt < 20 && words.length > 0; attempt++) {
    const { 0: before, index } = pick(words)
    const at = below(before.length)
    const letter = pick([...'abcdefghijklmnopqrstuvwxyz'])
    const after = before.slice(0, at) + (at === 0 ? letter.toUpperCase() : letter) + before.slice(at + 1)
    if (after.toLowerCase() === before.toLowerCase() || isKnownWord(after, 'de')) continue
    return [{ start: start + index, end: start + index + before.length, before, after }]
  }
  return []
}

function withSlips(text: string, slips: readonly Slip[]): { readonly text: string; readonly spans: readonly Span[] } {
  let changed = text
  for (const { start, end, after } of slips) changed = changed.slice(0, start) + after + changed.slice(end)
  return { text: changed, spans: slips }
}
