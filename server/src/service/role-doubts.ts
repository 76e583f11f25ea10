/** Roles of the document that the sources give to another person. What must come together for a doubt, actor/role-doubt.ts says. */
import type { Actor, Mention } from '../actor/actor'
import { applyToActors, type Registry } from '../actor/registry'
import { type RoleDoubt, roleDoubt } from '../actor/role-doubt'
import type { Document } from '../analysis/document'
import type { NameDoubt, PassageEvidence } from '../rules/rule'
import type { Source } from '../source/source'
import type { Corpus } from './readings'

/** Enough to see whether a role has one holder or several. */
const mostHolders = 4
const mostNamesakes = 8

/** Where a text tells of another time, its roles are of that time. */
const past = /(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<!\p{L})(?:damal|seinerzeit|einst|früher|ehemal|vormal|then|former|at the time|back in)/iu

export async function roleDoubtsOf(
  document: Document,
  mentions: readonly Mention[],
  corpus: Corpus,
  registry: Registry,
): Promise<NameDoubt[]> {
  const stated = mentions.filter(
    ({ type, role, name, text }) => type === 'person' && role !== undefined && name.includes(' ') && text !== role,
  )
  if (stated.length === 0) return []
  const names = [...new Set(stated.map(({ name }) => name))]
  const roles = [...new Set(stated.flatMap(({ role }) => role ?? []))]
  const called = await corpus.index.actorsCalled(names, mostNamesakes)
  const holding = await corpus.index.actorsWithRole(roles, mostHolders)
  const actorOf = (name: string) => applyToActors(called[names.indexOf(name)] ?? [], registry).find((actor) => actor.name === name)
  const doubts: NameDoubt[] = []
  for (const mention of stated) {
    if (past.test(paragraphAround(document, mention))) continue
    const holders = applyToActors(holding[roles.indexOf(mention.role ?? '')] ?? [], registry).filter(({ type }) => type === 'person')
    const doubt = roleDoubt(mention, actorOf(mention.name), holders)
    if (doubt !== undefined) doubts.push(await nameDoubtFrom(doubt, mention, corpus))
  }
  return doubts
}

function paragraphAround({ prose, text }: Document, mention: Mention): string {
  const offset = prose.fromDocument(mention.start) ?? prose.before(mention.start)
  const passage = prose.body.passages.find(({ start, end }) => start <= offset && offset <= end)
  return passage === undefined ? text : prose.body.text.slice(passage.start, passage.end)
}

async function nameDoubtFrom({ role, holder, former }: RoleDoubt, { start, end, name }: Mention, { index }: Corpus): Promise<NameDoubt> {
  const keys = holder.roles.find((held) => held.role === role && held.former !== true)?.sources ?? []
  const evidence = (await index.sources(keys)).flatMap((source) =>
    source === undefined ? [] : (passageNaming(source, role, holder) ?? []),
  )[0]
  return {
    kind: 'role',
    mention: { start, end },
    actor: name,
    written: role,
    known: holder.name,
    former,
    ...(evidence !== undefined && { evidence }),
  }
}

/** Where a source writes role and surname of its holder in one passage. */
function passageNaming(source: Source, role: string, holder: Actor): PassageEvidence | undefined {
  const { text, passages } = source.body
  const surname = holder.name.slice(holder.name.lastIndexOf(' ') + 1)
  for (const passage of passages) {
    const said = text.slice(passage.start, passage.end)
    const at = said.indexOf(role)
    if (at < 0 || !said.includes(surname, at)) continue
    const start = passage.start + at
    return { source, passage, start, end: start + role.length }
  }
  return undefined
}
