/**
 * Who is who within one text: gives every mention the name that it stands for. "Merz" is Friedrich Merz where he was named in full, "EZB" is
 * the Europäische Zentralbank where the text or common knowledge says so. What only shares a surname stays apart: role and gender decide, and
 * where they do not, the person named last.
 */
import type { Language } from '../language/language'
import type { ActorType, Mention, RoleTerm } from './actor'
import { basesOf, betterForm, knownBehind, nameKey } from './inflection'
import { particles } from './lexicon/de'
import { listBit } from './lists'
import { wordLists } from './model'
import { type Gender, roleAfter } from './roles'

/** A name as found, before it is known whose it is. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly type: ActorType
  readonly role?: string
  readonly gender?: Gender
  readonly term?: RoleTerm
}

interface Person {
  readonly name: string
  readonly surname: string
  readonly first: string
  gender?: Gender | undefined
  readonly roles: Set<string>
}

export function merge(text: string, found: readonly Found[], language: Language): Mention[] {
  const longForms = abbreviationsIn(text, found)
  const surnames = new Set(found.filter(({ type }) => type === 'person').map(({ text: name }) => name))
  const persons = personsOf(found, surnames)
  const shown = shownForms(found)
  const lastNamed = new Map<string, Person>()
  return found.map((mention) => {
    const { gender, ...kept } = mention
    if (mention.type === 'person') {
      const role = mention.role === undefined ? roleAfter(text.slice(mention.end, mention.end + 80), language) : {}
      return { ...kept, ...role, name: nameOfPerson(mention, persons, surnames, lastNamed) }
    }
    const known = knownBehind(mention.text)
    if (known !== undefined && (known.type === 'organisation') === (mention.type === 'organisation')) {
      return { ...kept, type: mention.type === 'organisation' ? 'organisation' : known.type, name: known[language] }
    }
    const long = longForms.get(mention.text)
    const key = nameKey(long ?? mention.text)
    return { ...kept, name: shown.get(`${mention.type} ${key}`) ?? long ?? mention.text }
  })
}

// Persons

function personsOf(found: readonly Found[], surnames: ReadonlySet<string>): Map<string, Person[]> {
  const persons = new Map<string, Person[]>()
  const byName = new Map<string, Person>()
  for (const { type, text, role, gender } of found) {
    if (type !== 'person') continue
    const words = text.replace(/['’]s?$/, '').split(/\s+/)
    if (words.length < 2) continue
    const name = nominative(words.join(' '), surnames, byName)
    let person = byName.get(name)
    if (person === undefined) {
      const surname = surnameOf(name.split(' '))
      person = { name, surname, first: words[0] ?? '', gender, roles: new Set() }
      byName.set(name, person)
      for (const form of new Set([surname, surname.split(' ').at(-1) ?? surname])) persons.set(form, [...(persons.get(form) ?? []), person])
    }
    person.gender ??= gender
    if (role !== undefined) person.roles.add(role)
  }
  return persons
}

/**
 * "Angela Merkels" is "Angela Merkel" if she or a Merkel was named, or if Merkel is a surname by the lists and Merkels is none; a surname
 * in -s that never stands without it stays.
 */
function nominative(name: string, seen: ReadonlySet<string>, named: ReadonlyMap<string, unknown>): string {
  const [, shorter] = basesOf(name)
  if (shorter === undefined) return name
  const last = shorter.slice(shorter.lastIndexOf(' ') + 1)
  return named.has(shorter) || seen.has(shorter) || seen.has(last) || (isSurname(last) && !isSurname(`${last}s`)) ? shorter : name
}

const surnameBits = listBit('surname') | listBit('speaker')

function isSurname(word: string): boolean {
  return (wordLists().findPart(word, 0).lists & surnameBits) !== 0
}

/** With its particles: "von der Leyen". */
function surnameOf(words: readonly string[]): string {
  let from = words.length - 1
  while (from > 1 && particles.has(words[from - 1] ?? '')) from--
  return words.slice(from).join(' ')
}

function nameOfPerson(
  mention: Found,
  persons: ReadonlyMap<string, readonly Person[]>,
  surnames: ReadonlySet<string>,
  lastNamed: Map<string, Person>,
): string {
  const bare = mention.text.replace(/['’]s?$/, '').replace(/\s+/g, ' ')
  for (const form of basesOf(bare)) {
    const surname = surnameOf(form.split(' '))
    const candidates = persons.get(surname) ?? persons.get(form) ?? persons.get(surname.split(' ').at(-1) ?? '') ?? []
    const full = candidates.find(({ name }) => name === form)
    const person =
      full ??
      (form === surname || particles.has(form.split(' ')[0] ?? '') ? choose(mention, candidates, lastNamed.get(surname)) : undefined)
    if (person !== undefined) {
      lastNamed.set(person.surname, person)
      return person.name
    }
  }
  const [single] = new Set([...persons.values()].flat().filter(({ first }) => basesOf(bare).includes(first)))
  if (single !== undefined && !bare.includes(' ') && isOnlyFirst(persons, single)) return single.name
  return bare.includes(' ') ? bare : nominative(bare, surnames, persons)
}

function isOnlyFirst(persons: ReadonlyMap<string, readonly Person[]>, person: Person): boolean {
  return [...persons.values()].flat().every((other) => other.first !== person.first || other.name === person.name)
}

function choose(mention: Found, candidates: readonly Person[], last: Person | undefined): Person | undefined {
  const fitting = candidates.filter(
    (person) => person.gender === undefined || mention.gender === undefined || person.gender === mention.gender,
  )
  if (fitting.length <= 1) return fitting[0]
  const { role } = mention
  const byRole = role === undefined ? [] : fitting.filter((person) => [...person.roles].some((own) => sameRole(own, role)))
  if (byRole.length === 1) return byRole[0]
  return last !== undefined && fitting.includes(last) ? last : fitting[0]
}

/** "Bundeskanzler" and "Kanzler" may be one. */
export function sameRole(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x.endsWith(y) || y.endsWith(x)
}

// Organisations and places

/** For each name that is not a person, the form to show for all forms with the same key. */
function shownForms(found: readonly Found[]): Map<string, string> {
  const shown = new Map<string, string>()
  for (const { type, text } of found) {
    if (type === 'person') continue
    const key = `${type} ${nameKey(text)}`
    const other = shown.get(key)
    shown.set(key, other === undefined ? text : betterForm(other, text))
  }
  return shown
}

/** "Europäische Zentralbank (EZB)": the short form in brackets stands for the long one from there on, and before. */
function abbreviationsIn(text: string, found: readonly Found[]): Map<string, string> {
  const forms = new Map<string, string>()
  for (const [at, mention] of found.entries()) {
    const next = found[at + 1]
    if (
      next === undefined ||
      mention.type === 'person' ||
      !/^ ?\($/.test(text.slice(mention.end, next.start).trimEnd()) ||
      text[next.end] !== ')'
    )
      continue
    if (abbreviates(next.text, mention.text)) forms.set(next.text, mention.text)
    else if (abbreviates(mention.text, next.text)) forms.set(mention.text, next.text)
  }
  return forms
}

/** "EZB" abbreviates "Europäische Zentralbank": its letters stand in it in that order, the first at its beginning. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 8 || short.includes(' ') || long.length < 2 * short.length) return false
  if (!/\p{Lu}.*\p{Lu}/u.test(short)) return false
  const lower = long.toLowerCase()
  let at = 0
  for (const [index, letter] of [...short.toLowerCase()].entries()) {
    const there = lower.indexOf(letter, at)
    if (there < 0 || (index === 0 && there !== 0)) return false
    at = there + 1
  }
  return true
}
