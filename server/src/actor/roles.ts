/** Roles that stand before a person ("Bundeskanzler", "Foreign Minister"), with their gender. */
import type { Language } from '../language/language'
import type { RoleTerm } from './actor'
import * as de from './lexicon/de'
import * as en from './lexicon/en'
import { isTitle } from './lexicon/titles'

export type Gender = 'male' | 'female'

const german = new Set(de.roles.flatMap((role) => formsOf(role.toLowerCase())))
const english = new Set(en.roles)
const longest = Math.max(...[...german].map((role) => role.length))

/** English roles of two words: what may stand before "minister", "president", "general". */
const englishModifiers =
  /^(prime|foreign|defen[cs]e|finance|interior|economy|health|justice|vice|deputy|secretary|attorney|acting|former|chief|general|opposition|party|executive)$/i

function formsOf(role: string): string[] {
  const bare = role.replace(/r$/, '')
  const feminine = role.endsWith('mann') ? `${role.slice(0, -4)}frau` : `${role.endsWith('e') ? role.slice(0, -1) : role}in`
  return [role, `${role}s`, `${role}es`, `${role}n`, `${role}en`, feminine, ...(role.endsWith('er') ? [bare, `${bare}n`] : [])]
}

/** Whether a word is a role or, in German, a compound that ends with one: "Bundesaußenminister", "NATO-Generalsekretär". */
export function isRole(word: string, language: Language): boolean {
  const lower = word.toLowerCase()
  if (language === 'en') return english.has(lower) || english.has(lower.slice(lower.lastIndexOf('-') + 1))
  for (let cut = Math.max(0, lower.length - longest); cut <= lower.length - 3; cut++) {
    if (german.has(lower.slice(cut)) && (cut === 0 || cut >= 3)) return true
  }
  return false
}

/** The role without case ending: "Bundeskanzlers" is "Bundeskanzler", "Präsidenten" is "Präsident". */
export function roleName(word: string): string {
  if (!/[sn]$/i.test(word)) return word
  const lower = word.toLowerCase()
  for (const role of knownEndings) {
    for (const ending of ['s', 'es', 'n', 'en']) {
      if (lower.endsWith(role + ending) && !knownSet.has(lower)) return word.slice(0, -ending.length)
    }
  }
  return word
}

const knownEndings = de.roles.map((role) => role.toLowerCase())
const knownSet = new Set(knownEndings)

/** "Bundeskanzlerin" and "Frau" are female, "Bundeskanzler" and "Herr" male; undefined where the word does not say. */
export function genderOf(word: string): Gender | undefined {
  const lower = word.toLowerCase()
  if (/^(frau|mrs\.?|ms\.?|miss|dame|lady|kollegin|queen|princess|chairwoman|spokeswoman|congresswoman|actress)$/.test(lower))
    return 'female'
  if (/^(herrn?|mr\.?|sir|lord|kollegen?|king|prince|chairman|spokesman|congressman|actor)$/.test(lower)) return 'male'
  if (
    /(in|frau)$/.test(lower) &&
    german.has(lower.slice(-longest)) === false &&
    isRole(word, 'de') &&
    /(erin|orin|torin|entin|istin|tin|lerin|rätin|frau|ekärin|zlerin|chefin|ärin|ogin)$/.test(lower)
  )
    return 'female'
  return isRole(word, 'de') && /(er|or|ent|ist|är|mann|chef|ler|oge|rat|eur)s?$/.test(lower) ? 'male' : undefined
}

export interface RoleBefore {
  readonly role?: string
  readonly gender?: Gender
  readonly term?: RoleTerm
}

/** Before a role: it is over, or it has not begun. */
const formerly = /^(früher|ehemalig|damalig|einstig|vormalig|then|former|ex)(e[rnms]?)?$/i
const notYet = /^(designiert|künftig|zukünftig|angehend|gewählt|designated|future|incoming|elect)(e[rnms]?)?$/i
const formerPart = /^(Ex|Alt)-(?=\p{Lu})/u

/** The role and gender that the words just before a name give; `words` are in text order, nearest last. */
export function roleBefore(words: readonly string[], language: Language): RoleBefore {
  let at = words.length - 1
  let gender: Gender | undefined
  for (; at >= 0 && isTitle(words[at] ?? ''); at--) gender ??= genderOf(words[at] ?? '')
  const word = words[at] ?? ''
  if (!isRole(word, language)) return gender === undefined ? {} : { gender }
  const before = words[at - 1] ?? ''
  const found = gender ?? genderOf(word)
  const sex = found === undefined ? {} : { gender: found }
  if (notYet.test(before)) return sex
  const held = word.replace(formerPart, '')
  const isOver = formerly.test(before) || held !== word
  const isModified = language === 'en' && englishModifiers.test(before) && !isOver
  const role = language === 'en' ? (isModified ? `${before} ${held}` : held) : roleName(held)
  return { role, ...sex, ...(isOver && { term: { former: true } }) }
}

/** The role that follows a name: ", seit Mai 2025 Regierungssprecher,", " ist seit 2021 Kanzler", ", former chancellor of". */
export function roleAfter(text: string, language: Language): Pick<RoleBefore, 'role' | 'term'> {
  const [, over, since, overThen, word = ''] = following[language].exec(text.slice(0, 80)) ?? []
  if (word === '' || !isRole(word, language)) return {}
  const date = since === undefined ? undefined : dateOf(since)
  const isOver = (over ?? overThen) !== undefined
  return {
    role: language === 'de' ? roleName(word) : word,
    ...(isOver ? { term: { former: true } } : date !== undefined && { term: { since: date } }),
  }
}

/** A name is followed by what it is, up to a comma, a preposition or the end; by another name in a list of names. */
const following: Readonly<Record<Language, RegExp>> = {
  de: /^(?:,? \(|, (?:der |die )?|(?= (?:ist|war) seit ) (?:ist|war) )(?:(früher|ehemalig|damalig|einstig)e[rn]? )?(?:(?:seit|ab) ((?:\p{L}+ )?\d{4}) )?(?:(früher|ehemalig)e[rn]? )?(\p{Lu}[\p{L}-]{3,})(?=\s*(?:[,.;:)!?–]|$)| (?:der|des|von|vom|im|in|bei|beim|für|seit)(?!\p{L}))/u,
  en: /^(?:, (?:the )?|(?= (?:is|was) ) (?:is|was) (?:the )?)(?:(former|then|ex)[ -])?(?:since ((?:\p{L}+ )?\d{4}) )?(?:(former) )?(\p{L}{4,})(?=\s*(?:[,.;:)!?–]|$)| (?:of|for|at|in|since)(?!\p{L}))/u,
}

const months: readonly RegExp[] = 'jan feb mär|mar apr mai|may jun jul aug sep okt|oct nov dez|dec'
  .split(' ')
  .map((start) => new RegExp(`^(${start})`, 'i'))

/** "Mai 2025" is "2025-05"; words that are no month leave the year. */
function dateOf(written: string): string {
  const year = written.slice(-4)
  const month = months.findIndex((start) => start.test(written))
  return month < 0 ? year : `${year}-${String(month + 1).padStart(2, '0')}`
}
