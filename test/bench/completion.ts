/**
 * How long the completion of actors takes where the corpus is large: names are typed letter by letter into an analysis.
 *
 *     npm run bench -- completion [SOURCES] [NAMES]
 *
 * 40,000 sources are made up, each with twelve actors: few names are in very many of them and most in few, as in a real archive.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actorsOf } from '../../server/src/actor/recognise'
import { emptyRegistry } from '../../server/src/actor/registry'
import { parseDocument } from '../../server/src/analysis/parse'
import type { ActorTally, Change } from '../../server/src/corpus/index'
import { openStore } from '../../server/src/host/store/store'
import { complete } from '../../server/src/service/completion'
import { createSourceReadings } from '../../server/src/service/readings'
import { random } from '../support/random'

const [sources = '40000', names = '200'] = process.argv.slice(2)
const { next, below, pick } = random(3)
const syllables =
  'ba be bo da del do fa fi ga gen go ha hel ho jan ka kel ko la len li lo ma mar mi na nel no pa per ra rei ro sa sel so ta ter to wa wei wo'.split(
    ' ',
  )
const word = () => {
  const plain = Array.from({ length: 2 + below(2) }, () => pick(syllables)).join('')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
const roles = ['Bürgermeisterin', 'Sprecher', 'Direktorin', 'Minister', 'Trainer', 'Vorsitzende']
const actors = Array.from({ length: Number(sources) }, (_, at) => ({ name: `${word()} ${word()}`, role: roles[at % roles.length] ?? '' }))
/** The first of the list are named most often. */
const anyActor = () => actors[Math.floor(actors.length * next() ** 4)] ?? { name: 'Nora Niemand', role: '' }

const scratch = mkdtempSync(join(tmpdir(), 'beleg-bench-'))
const store = openStore(join(scratch, 'index.sqlite'))
if (store === undefined) throw new Error('this Node has no node:sqlite')
const built = performance.now()
for (let from = 0; from < Number(sources); from += 1000) await store.apply(Array.from({ length: 1000 }, (_, at) => put(from + at)))
console.log(`${sources} sources written in ${((performance.now() - built) / 1000).toFixed(0)} s`)

const paragraph = `In der Debatte sprach ${anyActor().name}. Auch ${anyActor().name} und ${anyActor().name} meldeten sich zu Wort, sagte `
const text = `# Lage\n\n${paragraph.repeat(40)}`
const corpus = { index: store, generation: 0, readings: createSourceReadings() }
const times = new Map<number, number[]>()
/** On a machine that does other things only this means something. */
const processor: number[] = []
const known = actorsOf(parseDocument(text).prose.body)
let offered = 0
for (let round = 0; round < Number(names); round++) {
  const { name } = anyActor()
  const typed = pick([name, name.slice(name.indexOf(' ') + 1)])
  for (let length = 1; length <= Math.min(8, typed.length); length++) {
    const draft = text + typed.slice(0, length)
    const document = parseDocument(draft)
    const [began, used] = [performance.now(), process.cpuUsage()]
    const { items } = await complete(document, draft.length, {
      ...{ locale: 'de', corpus, bibliography: new Map(), registry: emptyRegistry, mentions: known },
      ...{ offers: { figure: true, actor: true, citation: true }, requested: false, cite: false },
    })
    const { user, system } = process.cpuUsage(used)
    times.set(length, [...(times.get(length) ?? []), performance.now() - began])
    processor.push((user + system) / 1000)
    if (length === 4 && items.some(({ label }) => label === name)) offered++
  }
}
for (const [length, taken] of times) report(`${length} ${length === 1 ? 'letter' : 'letters'}`, taken)
report('all', [...times.values()].flat())
report('processor', processor)
console.log(`after four letters the name is offered ${offered} of ${names} times`)
await store.close()
rmSync(scratch, { recursive: true, force: true })

function report(label: string, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`
  console.log(`${label.padEnd(12)} median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`)
}

function put(number: number): Change {
  const key = `quelle-${String(number).padStart(6, '0')}`
  const path = `${key}.txt`
  const body = { text: key, language: 'de', passages: [] } as const
  const published = `20${10 + below(15)}-0${1 + below(9)}-1${below(9)}`
  return {
    kind: 'put',
    file: { path, size: 1, modified: 0, hash: key, outcome: { kind: 'read', key } },
    entry: {
      source: { key, path, metadata: { authors: [], published }, body, furniture: [] },
      sections: [],
      sketch: '',
      actors: [...new Map(Array.from({ length: 12 }, anyActor).map((actor) => [actor.name, tallyOf(actor)])).values()],
    },
  }
}

function tallyOf({ name, role }: { readonly name: string; readonly role: string }): ActorTally {
  return { name, type: 'person', aliases: [name.slice(name.indexOf(' ') + 1)], roles: [{ role }], mentions: 1 + below(4) }
}
