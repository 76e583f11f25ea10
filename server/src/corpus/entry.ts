/** What the index keeps of a source: its search terms by section, its actors and its witness mark. Made where sources are read, in a worker. */
import type { Mention } from '../actor/actor'
import type { Source } from '../source/source'
import type { Passage } from '../text/body'
import type { ActorTally, Entry } from './index'
import { addTerms, termsOf } from './terms'
import { witnessOf } from './witness'

/** Sections are the unit of retrieval: long texts answer by their best part. */
const sectionLength = 4000

export function entryOf(source: Source, actors: readonly ActorTally[] = []): Entry {
  return { source, sections: sectionsOf(source), actors, witness: witnessOf(source.body) }
}

/** Who is mentioned, with every form of the name, most mentioned first. */
export function talliesOf(mentions: readonly Mention[]): ActorTally[] {
  const tallies = new Map<string, { tally: ActorTally; aliases: Set<string>; roles: Set<string>; mentions: number }>()
  for (const { name, type, text, role } of mentions) {
    const id = `${type} ${name}`
    let known = tallies.get(id)
    if (known === undefined) {
      known = { tally: { name, type, aliases: [], roles: [], mentions: 0 }, aliases: new Set(), roles: new Set(), mentions: 0 }
      tallies.set(id, known)
    }
    known.mentions++
    if (text !== name) known.aliases.add(text)
    if (role !== undefined) known.roles.add(role)
  }
  return [...tallies.values()]
    .map(({ tally, aliases, roles, mentions }) => ({ ...tally, aliases: [...aliases], roles: [...roles], mentions }))
    .sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
}

/** Every section carries the words of the title, so that a later section of the right text beats the first of a wrong one. */
function sectionsOf({ body, metadata }: Source): string[][] {
  const title = termsOf(metadata.title ?? '', body.language)
  const sections: string[][] = []
  let section: string[] = []
  let length = 0
  let heads: readonly string[] | undefined
  for (const passage of body.passages) {
    if (length > 0 && length + (passage.end - passage.start) > sectionLength) {
      sections.push(section)
      section = []
      length = 0
    }
    if (length === 0) {
      section.push(...title)
      for (const head of passage.heads) section.push(...termsOf(head, body.language))
    } else if (passage.heads !== heads && passage.kind === 'row') {
      for (const column of passage.row?.columns ?? []) section.push(...termsOf(column, body.language))
    }
    heads = passage.heads
    addPassage(section, body.text, passage, passage.language ?? body.language)
    length += passage.end - passage.start
  }
  if (length > 0) sections.push(section)
  return sections
}

function addPassage(section: string[], text: string, passage: Passage, language: Parameters<typeof addTerms>[4]): void {
  addTerms(section, text, passage.start, passage.end, language)
}
