/**
 * "der Kanzler", "die Ministerin", "the president": a role with an article stands for the person to whom the text gave that role, if only one
 * person holds it. German and English.
 */
import type { Body } from '../text/body'
import type { Mention } from './actor'
import { sameRole } from './merge'
import { type Gender, genderOf, isRole, roleName } from './roles'
import { tokensOf } from './tokens'

/** All of three letters. */
const articles: ReadonlyMap<string, Gender | undefined> = new Map([
  ['der', 'male'],
  ['den', 'male'],
  ['dem', 'male'],
  ['des', 'male'],
  ['die', 'female'],
  ['the', undefined],
])

/** `mentions` with the roles that point back to a person added, in text order. */
export function anaphorsOf(body: Body, mentions: readonly Mention[]): Mention[] {
  const holders = new Map<string, Set<string>>()
  for (const { name, role } of mentions) {
    if (role === undefined) continue
    const known = holders.get(role)
    if (known === undefined) holders.set(role, new Set([name]))
    else known.add(name)
  }
  if (holders.size === 0) return [...mentions]
  const found: Mention[] = []
  let next = 0
  for (const passage of body.passages) {
    const language = passage.language ?? body.language
    const { count, starts, ends } = tokensOf(body.text, passage.start, passage.end)
    for (let at = 1; at < count; at++) {
      const start = starts[at] ?? 0
      while (next < mentions.length && (mentions[next]?.end ?? 0) <= start) next++
      const last = starts[at - 1] ?? 0
      if ((ends[at - 1] ?? 0) - last !== 3 || (ends[at] ?? 0) - start < 5) continue
      const article = body.text.slice(last, last + 3).toLowerCase()
      const gender = articles.get(article)
      if (!articles.has(article)) continue
      const word = body.text.slice(start, ends[at])
      if (!isRole(word, language)) continue
      // "der Kanzler Scholz" and "der Präsident der Ukraine" are no pointers back.
      const after = mentions[next]
      if (after !== undefined && after.start <= (ends[at] ?? 0) + 12 && after.start >= start) continue
      const own = roleName(word)
      if (gender === 'female' && genderOf(own) === 'male') continue
      const names = new Set([...holders].filter(([role]) => sameRole(role, own)).flatMap(([, persons]) => [...persons]))
      const [name] = names
      const named = mentions.find((mention) => mention.name === name && mention.start < start)
      if (name === undefined || names.size > 1 || named === undefined) continue
      found.push({ start, end: ends[at] ?? 0, text: word, type: 'person', name, role: own })
    }
  }
  return found.length === 0 ? [...mentions] : [...mentions, ...found].sort((a, b) => a.start - b.start)
}
