/**
 * What a language tells the recogniser of figures, as data; `buildLexicon` interns it once. The grammar itself is shared: a third
 * language is a third folder with one such object.
 */
import { FormTree } from './forms'
import type { Language } from './language'
import { Vocabulary } from './vocabulary'

/** How a word takes part in a number. */
export type NumberKind =
  | 'article' // ein, a: one, but only in front of a scale, a fraction or a unit
  | 'zero'
  | 'small' // below one hundred
  | 'cardinal' // a finished compound: zweihundertdrei
  | 'hundred'
  | 'scale' // tausend, Million, Mrd.
  | 'dozen'
  | 'half' // halbe, half
  | 'mixed' // anderthalb, zweieinhalb
  | 'denominator' // Drittel, fifths
  | 'ordinal' // dritte, third: the value tells which
  | 'times' // doppelt, dreifach, twice
  | 'plural' // Dutzende, Hunderte, Tausende: vague unless counted
  | 'glued' // Viertelstunde, dreitägig: a number and a unit in one word; `length` letters are the number
  | 'grown' // Dreierbündnis, Zehnkampf: a number grown into a name; counts nothing
  | 'several' // mehrere, several: makes "hundert" vague
  | 'loose' // couple, few: behind an article about so many

export interface NumberWord {
  readonly kind: NumberKind
  readonly value: number
  readonly length?: number
}

/** Classes of words, as bits. */
export const Class = {
  article: 1,
  determiner: 1 << 1,
  preposition: 1 << 2,
  /** A word that cannot be the head or an adjective of a counted noun phrase. */
  closed: 1 << 3,
  and: 1 << 4,
  or: 1 << 5,
  to: 1 << 6,
  between: 1 << 7,
  minus: 1 << 8,
  plus: 1 << 9,
  month: 1 << 10,
  weekday: 1 << 11,
  /** In front of a year: Jahr, seit, Ende, Sommer. */
  yearCue: 1 << 12,
  /** Behind a clock time: Uhr, o'clock, pm. */
  clock: 1 << 13,
  /** In front of a number that names a place in a text or a list: Artikel, Seite, Nr. */
  section: 1 << 14,
  /** In front of a number that is part of a name: Airbus, Windows, Gruppe, Formel. */
  nameCue: 1 << 15,
  /** Behind an ordinal number: Quartal, Platz, Bezirk. */
  rankNoun: 1 << 16,
  rise: 1 << 17,
  fall: 1 << 18,
  per: 1 << 19,
  of: 1 << 20,
  old: 1 << 21,
  every: 1 << 22,
  point: 1 << 23,
  /** Verbs with a prepositional object that looks like a hedge: "verfügen über 300 Betten". */
  overVerb: 1 << 24,
  /** A word that is a plural without looking like one: people, Leute. */
  plural: 1 << 25,
  filler: 1 << 26,
  /** Words that stand in front of a number to say it is a share of something: jeder, one in. */
  cut: 1 << 27,
  by: 1 << 28,
  from: 1 << 29,
  into: 1 << 30,
} as const

export type ClassName = keyof typeof Class

export type HedgeName = 'about' | 'justUnder' | 'justOver' | 'moreThan' | 'lessThan' | 'atLeast' | 'atMost'

/** Which way a word of change points. */
export type Change = 'rise' | 'fall'

export interface LexiconData {
  readonly language: Language
  readonly decimal: ',' | '.'
  readonly group: '.' | ','
  /** Words of each kind of number: "word value, word value". */
  readonly numbers: Readonly<Partial<Record<NumberKind, Readonly<Record<string, number>>>>>
  /** Letters and short words directly behind digits: "5k", "30 T€". Case matters. */
  readonly scaleSymbols: Readonly<Record<string, number>>
  /** Words of each class, separated by blanks. */
  readonly classes: Readonly<Partial<Record<ClassName, string>>>
  /** Nouns that say how much something changed, separated by blanks; in German also as the end of a compound: "Umsatzplus". */
  readonly changeNouns: Readonly<Record<Change, string>>
  /** Verbs of change with a particle: "nach geben gibt gab gaben gegeben", the participle last. */
  readonly separable?: Readonly<Record<Change, readonly string[]>>
  readonly months: Readonly<Record<string, number>>
  /** Phrases in front of a number. */
  readonly hedgesBefore: Readonly<Record<HedgeName, readonly string[]>>
  /** Phrases behind the whole figure. */
  readonly hedgesAfter: Readonly<Partial<Record<HedgeName, readonly string[]>>>
  readonly idioms: readonly string[]
  /** Unit codes with the forms that are written in any case, and symbols whose case matters. */
  readonly units: Readonly<Record<string, { readonly name: string; readonly words: string; readonly symbols: string }>>
  readonly moreUnits: Readonly<Record<string, { readonly words?: string; readonly symbols?: string }>>
  /** The unit at the end of a compound: hours for "Arbeitsstunden". */
  readonly grownUnit?: (word: string) => string | undefined
  /** Forms that CLDR gives and that would be read wrongly: "in", "a", "p". */
  readonly unwantedSymbols: string
  readonly currencies: Readonly<Record<string, string>>
  readonly moreCurrencies: Readonly<Record<string, string>>
  /** Names of currencies that texts put in front of the number, as they do with signs: "Euro 22,5 Mio." */
  readonly leadingCurrencies: Readonly<Record<string, string>>
  /** Rates: "jährlich", "an hour"; by CLDR unit. */
  readonly rates: Readonly<Record<string, string>>
  /** Reads a compound number word, such as German ones; the scanner asks for unknown words that begin like one. */
  readonly spelled?: (word: string) => NumberWord | undefined
  /** Beginnings, three letters long, of words that `spelled` may know. */
  readonly spelledBeginnings?: readonly string[]
}

export interface Lexicon
  extends Omit<
    LexiconData,
    'months' | 'classes' | 'changeNouns' | 'separable' | 'numbers' | 'hedgesBefore' | 'hedgesAfter' | 'idioms' | 'units' | 'rates'
  > {
  readonly vocabulary: Vocabulary
  /** By word id. */
  readonly number: readonly (NumberWord | undefined)[]
  readonly classes: Int32Array
  readonly months: readonly (number | undefined)[]
  readonly rates: readonly (string | undefined)[]
  readonly changeNouns: Readonly<Record<Change, RegExp>>
  /** By the id of a finite verb: what it means together with a particle, by the id of that. */
  readonly separable: readonly (ReadonlyMap<number, Change> | undefined)[]
  readonly hedgesBefore: PhraseTree<HedgeName>
  readonly hedgesAfter: PhraseTree<HedgeName>
  readonly idioms: PhraseTree<true>
  /** 1 by the id of a word that an idiom begins with. */
  readonly idiomStarts: Uint8Array
  readonly forms: FormTree
  /** Currencies that may stand in front of a number: $, EUR, US$. */
  readonly prefixes: FormTree
  /** How many letters the longest of the scale symbols has. */
  readonly longestScaleSymbol: number
  /** Whether a word that begins with these three letters may be a compound number. */
  readonly maySpell: (first: number, second: number, third: number) => boolean
}

/** Phrases as a tree over word ids; symbols count as the negative of their code. */
export interface PhraseTree<Value> {
  readonly next: Map<number, PhraseTree<Value>>
  value?: Value
}

export function buildLexicon(data: LexiconData): Lexicon {
  const vocabulary = new Vocabulary()
  const number = new Map<number, NumberWord>()
  for (const [kind, words] of Object.entries(data.numbers) as [NumberKind, Record<string, number>][])
    for (const [word, value] of Object.entries(words)) number.set(vocabulary.add(word), { kind, value })

  const bits: number[] = []
  for (const [name, words] of Object.entries(data.classes) as [ClassName, string][])
    for (const word of words.split(/\s+/)) if (word !== '') bits[vocabulary.add(word)] = (bits[vocabulary.add(word)] ?? 0) | Class[name]

  const separable = new Map<number, Map<number, Change>>()
  for (const [change, verbs] of Object.entries(data.separable ?? {}) as [Change, readonly string[]][])
    for (const verb of verbs) addSeparable(verb, change, vocabulary, separable, bits)

  const months = new Map<number, number>()
  for (const [word, month] of Object.entries(data.months)) {
    const id = vocabulary.add(word)
    months.set(id, month)
    bits[id] = (bits[id] ?? 0) | Class.month
  }
  const rates = new Map<number, string>()
  for (const [unit, words] of Object.entries(data.rates)) for (const word of words.split(' ')) rates.set(vocabulary.add(word), unit)

  const before: PhraseTree<HedgeName> = { next: new Map() }
  for (const [hedge, phrases] of Object.entries(data.hedgesBefore) as [HedgeName, string[]][])
    for (const phrase of phrases) addPhrase(before, keysOf(phrase, vocabulary).reverse(), hedge)
  const after: PhraseTree<HedgeName> = { next: new Map() }
  for (const [hedge, phrases] of Object.entries(data.hedgesAfter) as [HedgeName, string[]][])
    for (const phrase of phrases) addPhrase(after, keysOf(phrase, vocabulary), hedge)
  const idioms: PhraseTree<true> = { next: new Map() }
  for (const idiom of data.idioms) addPhrase(idioms, keysOf(idiom, vocabulary), true)

  const beginnings = new Uint8Array(1 << 15)
  for (const word of data.spelledBeginnings ?? []) beginnings[packed(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1
  // Words of phrases and classes that are compound numbers as well: "fünfte" of "fünfte Kolonne".
  const maySpell = (first: number, second: number, third: number) => beginnings[packed(first, second, third)] === 1
  for (const [id, word] of vocabulary.words.entries())
    if (id > 0 && !number.has(id) && maySpell(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))) {
      const compound = data.spelled?.(word)
      if (compound !== undefined) number.set(id, compound)
    }
  const classes = new Int32Array(vocabulary.words.length)
  for (let id = 0; id < classes.length; id++) classes[id] = bits[id] ?? 0
  /** An array without holes: arrays with holes are slow to look into. */
  const byId = <Value>(known: ReadonlyMap<number, Value>) => Array.from(vocabulary.words, (_, id) => known.get(id))
  const idiomStarts = new Uint8Array(vocabulary.words.length)
  for (const key of idioms.next.keys()) if (key > 0 && key < idiomStarts.length) idiomStarts[key] = 1
  return {
    ...data,
    vocabulary,
    number: byId(number),
    classes,
    months: byId(months),
    rates: byId(rates),
    changeNouns: { rise: nounPattern(data.changeNouns.rise, data), fall: nounPattern(data.changeNouns.fall, data) },
    separable: byId(separable),
    hedgesBefore: before,
    hedgesAfter: after,
    idioms,
    idiomStarts,
    forms: formsOf(data),
    prefixes: prefixesOf(data),
    longestScaleSymbol: Math.max(...Object.keys(data.scaleSymbols).map((symbol) => symbol.length)),
    maySpell,
  }
}

/** "nach geben gibt gab gaben gegeben": "gab" with its particle, and "nachgab", "nachgegeben", "nachzugeben" by themselves. */
function addSeparable(
  verb: string,
  change: Change,
  vocabulary: Vocabulary,
  separable: Map<number, Map<number, Change>>,
  bits: number[],
): void {
  const [particle = '', infinitive = '', ...forms] = verb.split(' ')
  for (const form of [infinitive, ...forms.slice(0, -1)]) {
    const id = vocabulary.add(form)
    const known = separable.get(id) ?? new Map<number, Change>()
    separable.set(id, known.set(vocabulary.add(particle), change))
  }
  for (const form of [infinitive, `zu${infinitive}`, ...forms]) {
    const id = vocabulary.add(`${particle}${form}`)
    bits[id] = (bits[id] ?? 0) | Class[change]
  }
}

/** German grows its nouns together, so that the last part tells. */
function nounPattern(words: string, { language }: LexiconData): RegExp {
  return new RegExp(`${language === 'de' ? '' : '^'}(?:${words.split(' ').join('|')})$`)
}

/** Three letters in fifteen bits; a few share theirs. */
function packed(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31)
}

/** The key of a token in a phrase: a word id, a number written in digits, or a symbol. */
export const digitsKey = 1 << 24

function keysOf(phrase: string, vocabulary: Vocabulary): number[] {
  const parts = phrase.match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? []
  return parts.map((part) =>
    /^\d/.test(part) ? digitsKey + Number(part) : /^\p{L}/u.test(part) ? vocabulary.add(part.toLowerCase()) : -part.charCodeAt(0),
  )
}

function addPhrase<Value>(tree: PhraseTree<Value>, keys: readonly number[], value: Value) {
  let node = tree
  for (const key of keys) {
    let next = node.next.get(key)
    if (next === undefined) node.next.set(key, (next = { next: new Map() }))
    node = next
  }
  node.value ??= value
}

/** ISO codes that are words in capitals more often. */
const wordCodes = new Set('ALL AMD BAM BOB CUP GEL LAK MAD MOP PEN SOS TOP TRY WST'.split(' '))

function formsOf(data: LexiconData): FormTree {
  const tree = new FormTree()
  const unwanted = new Set(data.unwantedSymbols.split(' '))
  const addWord = (form: string, code: string) => {
    if (form === '') return
    tree.add(form, code, form.length === 1)
    if (form.includes('-')) tree.add(form.replace(/-/g, ' '), code)
    else if (form.includes(' ') && data.language === 'en') tree.add(form.replace(/ /g, '-'), code)
  }
  const addSymbol = (form: string, code: string) => {
    if (form === '') return
    for (const variant of new Set([
      form,
      form.replace('²', '2'),
      form.replace('²', '^2'),
      form.replace('³', '3'),
      form.replace('³', '^3'),
      form.replace('μ', 'µ'),
      form.replace('° ', '°'),
    ]))
      tree.add(variant, code, true)
  }
  for (const [code, { words = '', symbols = '' }] of Object.entries(data.moreUnits)) {
    for (const form of words.split('|')) addWord(form, code)
    for (const form of symbols.split('|')) addSymbol(form, code)
  }
  const addCurrency = (code: string, names: string) => {
    if (!wordCodes.has(code)) tree.add(code, code, true)
    for (const name of names.split('|')) {
      if (/^\p{L}/u.test(name) && name.length > 3) {
        for (const form of inflected(name, data.language)) addWord(form, code)
        const plain = withoutAccents(name)
        if (plain !== name) for (const form of inflected(plain, data.language)) addWord(form, code)
      } else addSymbol(name, code)
    }
  }
  for (const [code, names] of Object.entries(data.moreCurrencies)) addCurrency(code, names)
  for (const [code, { words, symbols }] of Object.entries(data.units)) {
    for (const form of words.split('|')) if (form.length > 1 || !unwanted.has(form)) addWord(form, code)
    for (const form of symbols.split('|')) if (!unwanted.has(form)) addSymbol(form, code)
  }
  for (const [code, names] of Object.entries(data.currencies)) addCurrency(code, names)
  return tree
}

/** "kronur" for "krónur"; umlauts stay. */
function withoutAccents(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300\u0301]/g, '')
    .normalize('NFC')
}

/** German currency names lead with an adjective that is declined: "Schwedische Kronen", "schwedischen Kronen". */
function inflected(name: string, language: Language): string[] {
  if (language === 'en') return /s$|\bbaht$|\byen$|\bwon$|\brand$/i.test(name) ? [name] : [name, `${name}s`]
  const adjective = /^(\p{L}+?)(?:e|er|es)( .*)$/u.exec(name)
  const forms =
    adjective && / (?:\p{Lu})/u.test(name) ? ['e', 'er', 'es', 'en'].map((ending) => `${adjective[1]}${ending}${adjective[2]}`) : [name]
  return forms.flatMap((form) => (/[ens]$/.test(form) ? [form, `${form}n`] : [form, `${form}s`, `${form}n`]))
}

function prefixesOf(data: LexiconData): FormTree {
  const tree = new FormTree()
  for (const [code, names] of Object.entries(data.leadingCurrencies)) for (const name of names.split('|')) tree.add(name, code, true)
  for (const [code, names] of [...Object.entries(data.moreCurrencies), ...Object.entries(data.currencies)]) {
    if (!wordCodes.has(code)) tree.add(code, code, true)
    // A letter alone begins a name more often: Q2, L2, K2.
    for (const name of names.split('|'))
      if ((name.length < 4 && /^(?:[^\p{L}]|\p{Lu}.+|R$)/u.test(name)) || /^\p{L}.*\p{Sc}$/u.test(name)) tree.add(name, code, true)
  }
  return tree
}
