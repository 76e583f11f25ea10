/**
 * Options as data: one table per command gives the parser its rules, the values their types and `--help` its text. Built on the tokens
 * of node:util's parser, with complaints of our own that name the option, suggest the one that was meant and speak the user's language.
 */
import { parseArgs } from 'node:util'
import { distance } from 'fastest-levenshtein'
import type { Locale } from '../text/locale'
import { Failure } from './terminal'

export interface Option {
  /** What stands for the value in `--help`: "FILE"; an option without one is a switch. */
  readonly value?: string
  readonly multiple?: true
  readonly short?: string
  /** Another name that other tools have for it. */
  readonly alias?: string
  readonly values?: readonly string[]
  readonly help: Readonly<Record<Locale, string>>
}

export type Options = Readonly<Record<string, Option>>

export type Values<Table extends Options> = {
  readonly [Name in keyof Table]?: Table[Name] extends { multiple: true }
    ? readonly string[]
    : Table[Name] extends { value: string }
      ? string
      : boolean
}

export interface Parsed<Table extends Options> {
  readonly values: Values<Table>
  readonly positionals: readonly string[]
}

export function parseOptions<const Table extends Options>(table: Table, args: readonly string[], locale: Locale): Parsed<Table> {
  const say = messages[locale]
  const names = new Map(
    Object.entries(table).flatMap(([name, option]) => [name, option.alias ?? name].map((alias) => [alias, name] as const)),
  )
  const { tokens } = parseArgs({ args: [...args], options: parserRules(table), strict: false, tokens: true, allowPositionals: true })
  const values: Record<string, string | boolean | string[]> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const name = names.get(token.name)
    const option = name === undefined ? undefined : table[name]
    if (name === undefined || option === undefined) throw new Failure(say.unknown(token.rawName, similar(token.name, [...names.keys()])))
    if (option.value === undefined) {
      if (token.value !== undefined) throw new Failure(say.noValue(token.rawName))
      values[name] = true
      continue
    }
    // "--format --quiet" is a forgotten value, not a format; "-" is standard input or output.
    if (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))
      throw new Failure(say.missing(token.rawName, option.value))
    if (option.values !== undefined && !option.values.includes(token.value)) {
      throw new Failure(say.badValue(token.rawName, token.value, option.values.join(', ')))
    }
    const earlier = values[name]
    values[name] = option.multiple ? [...(Array.isArray(earlier) ? earlier : []), token.value] : token.value
  }
  return { values: values as Values<Table>, positionals }
}

/** The table as `--help` shows it. */
export function describeOptions(table: Options, locale: Locale): string {
  const rows = Object.entries(table).map(([name, option]) => {
    const left = `${option.short === undefined ? '    ' : `-${option.short}, `}--${name}${option.value === undefined ? '' : ` ${option.value}`}`
    return [left, option.help[locale]] as const
  })
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, help]) => `  ${left.padEnd(width)}${help.replaceAll('\n', `\n  ${' '.repeat(width)}`)}`).join('\n')
}

function parserRules(table: Options): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, option]) => {
      const type = option.value === undefined ? ('boolean' as const) : ('string' as const)
      const rule = option.short === undefined ? { type } : { type, short: option.short }
      return option.alias === undefined ? [[name, rule] as const] : [[name, rule] as const, [option.alias, { type }] as const]
    }),
  )
}

/** The nearest of `words`, where it is near enough to be meant. */
export function similar(written: string, words: readonly string[]): string | undefined {
  const ranked = words.map((word) => [distance(written, word), word] as const).sort(([a], [b]) => a - b)
  const [best] = ranked
  return best !== undefined && best[0] <= Math.max(1, Math.floor(written.length / 3)) ? best[1] : undefined
}

const messages = {
  de: {
    unknown: (name: string, meant?: string) =>
      `Die Option ${name} gibt es nicht.${meant === undefined ? '' : ` Gemeint ist wohl --${meant}.`}`,
    noValue: (name: string) => `Die Option ${name} ist ein Schalter und nimmt keinen Wert.`,
    missing: (name: string, value: string) => `Der Option ${name} fehlt ihr Wert: ${name} ${value}`,
    badValue: (name: string, value: string, values: string) => `${name} kann nicht „${value}“ sein. Möglich sind: ${values}.`,
  },
  en: {
    unknown: (name: string, meant?: string) => `There is no option ${name}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`,
    noValue: (name: string) => `The option ${name} is a switch and takes no value.`,
    missing: (name: string, value: string) => `The option ${name} lacks its value: ${name} ${value}`,
    badValue: (name: string, value: string, values: string) => `${name} cannot be "${value}". Possible values: ${values}.`,
  },
} satisfies Record<Locale, unknown>
