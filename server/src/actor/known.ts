/**
 * Names that are known before a text is read: states with all they are called, regions and well-known organisations. Looked up by
 * surface form; German inflection ("Deutschlands", "der Schweiz") is undone by the caller.
 */
import type { ActorType } from './actor'
import { territories } from './generated/territories'
import { nations } from './lexicon/nations'
import { organisations } from './lexicon/organisations'
import { regions } from './lexicon/regions'

export interface KnownName {
  readonly type: ActorType
  /** Canonical names by language: "Vereinigte Staaten" and "United States". */
  readonly de: string
  readonly en: string
}

export interface Nation extends KnownName {
  readonly code: string
  readonly adjectives: { readonly de: readonly string[]; readonly en: readonly string[] }
  readonly demonyms: readonly string[]
  /** Capitals and seats of government: "Kiew", "Kreml". */
  readonly seats: readonly string[]
}

export const knownNations: readonly Nation[] = nationsOf()

/** By surface form in nominative: "Ukraine", "USA", "NATO". */
export const knownNames: ReadonlyMap<string, KnownName> = namesOf()

export function isNation(known: KnownName): known is Nation {
  return 'code' in known
}

function nationsOf(): Nation[] {
  const spoken = new Map(
    nations
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, 2), line.split('|').map(items)] as const),
  )
  return territories.map(([code, german, english]) => {
    const [, adjectives = [], demonyms = [], seats = [], englishAdjectives = [], englishSeats = []] = spoken.get(code) ?? []
    return {
      type: 'state',
      code,
      de: german[0] ?? code,
      en: english[0] ?? code,
      adjectives: { de: adjectives, en: englishAdjectives },
      demonyms,
      seats: [...seats, ...englishSeats],
    }
  })
}

function items(cell: string): string[] {
  return cell === '-' || cell === '' ? [] : cell.split(',')
}

function namesOf(): Map<string, KnownName> {
  const names = new Map<string, KnownName>()
  for (const region of regions) names.set(region, { type: 'place', de: region, en: region })
  for (const line of organisations.trim().split('\n')) {
    const forms = line.split('|')
    const [de = ''] = forms
    const en = forms.find((form) => form.startsWith('='))?.slice(1) ?? de
    for (const form of forms) names.set(form.replace(/^=/, ''), { type: 'organisation', de, en })
  }
  const further = new Map(
    nations
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, 2), items(line.split('|')[6] ?? '-')] as const),
  )
  const byCode = new Map(knownNations.map((nation) => [nation.code, nation]))
  for (const [code, german, english] of territories) {
    const nation = byCode.get(code)
    if (nation === undefined) continue
    for (const form of [...german, ...english, ...(further.get(code) ?? [])]) names.set(form, nation)
  }
  return names
}
