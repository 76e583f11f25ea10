/** What the index keeps of a source: its search terms by section and a sketch of its text. Made where sources are read, in a worker. */
import type { Mention, StatedRole } from '../actor/actor'
import type { Source } from '../source/source'
import { roleKey } from './actors'
import type { ActorTally, Entry } from './index'
import { sectionsOf } from './sections'
import { Sketch } from './sketch'
import { TermCollector } from './terms'

/** Every section carries the words of the title, so that a later section of the right text beats the first of a wrong one. */
export function entryOf(source: Source, actors?: readonly ActorTally[]): Entry {
  const { body, metadata } = source
  const collector = new TermCollector()
  const sketch = new Sketch()
  const sections = sectionsOf(body).map((passages) => {
    const [first] = passages
    for (const above of [metadata.title ?? '', ...(first?.heads ?? []), ...(first?.row?.columns ?? [])])
      collector.add(above, 0, above.length, body.language)
    for (const { start, end, language } of passages) collector.add(body.text, start, end, language ?? body.language, sketch)
    return collector.take()
  })
  return { source, sections, sketch: sketch.toString(), ...(actors !== undefined && { actors }) }
}

/** Who is mentioned, with every form of the name, most mentioned first. */
export function talliesOf(mentions: readonly Mention[]): ActorTally[] {
  const tallies = new Map<
    string,
    { name: string; type: Mention['type']; aliases: Set<string>; roles: Map<string, StatedRole>; mentions: number }
  >()
  for (const { name, type, text, role, term } of mentions) {
    const id = `${type} ${name}`
    let tally = tallies.get(id)
    if (tally === undefined) {
      tally = { name, type, aliases: new Set(), roles: new Map(), mentions: 0 }
      tallies.set(id, tally)
    }
    tally.mentions++
    if (text !== name) tally.aliases.add(text.replace(/\s+/g, ' '))
    if (role === undefined) continue
    const stated = { role, ...term }
    const known = tally.roles.get(roleKey(stated))
    if (known === undefined || known.since === undefined) tally.roles.set(roleKey(stated), stated)
  }
  return [...tallies.values()]
    .map(({ aliases, roles, ...tally }) => ({
      ...tally,
      aliases: [...aliases].sort(),
      roles: [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stated]) => stated),
    }))
    .sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
}
