/**
 * `beleg extract`: figures and actors of texts that belong to no corpus. Reads one JSON object `{id, text, lang}` a line and writes
 * `{id, figures, asides, actors}` for each, in the same order, as soon as it is read: a pipe of any length needs the memory of one line.
 */
import { recogniseActors } from '../../actor/recognise'
import { readFigures } from '../../figure/read'
import { withUnchecked } from '../../figure/unchecked'
import { detectLanguage } from '../../language/detect'
import type { Language } from '../../language/language'
import type { Locale } from '../../text/locale'
import { defineCommand } from '../command'
import { linesOf } from '../lines'

export const extract = defineCommand({
  usage: 'extract < texts.ndjson > readings.ndjson',
  about: {
    de: 'Liest je Zeile ein JSON-Objekt {id, text, lang} und schreibt {id, figures, asides, actors}; ohne lang wird die Sprache erkannt.',
    en: 'Reads one JSON object {id, text, lang} a line and writes {id, figures, asides, actors}; without lang the language is detected.',
  },
  options: {},
  async run({ terminal, locale }) {
    const say = messages[locale]
    let number = 0
    let bad = 0
    for await (const line of linesOf(terminal.stdin)) {
      number++
      if (line.trim() === '') continue
      const request = parseRequest(line)
      if (request === undefined) {
        bad++
        await terminal.stderr.write(`beleg: ${say.badLine(number)}\n`)
        continue
      }
      await terminal.stdout.write(`${JSON.stringify(readingOf(request))}\n`)
    }
    return bad > 0 ? 2 : 0
  },
})

interface Request {
  readonly id: string | number | null
  readonly text: string
  readonly language: Language
}

function parseRequest(line: string): Request | undefined {
  const value = parseJson(line)
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return undefined
  const id = 'id' in value && (typeof value.id === 'string' || typeof value.id === 'number') ? value.id : null
  const asked = 'lang' in value && typeof value.lang === 'string' ? value.lang.slice(0, 2).toLowerCase() : undefined
  return { id, text: value.text, language: asked === 'de' || asked === 'en' ? asked : detectLanguage(value.text, 'de') }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function readingOf({ id, text, language }: Request) {
  const reading = readFigures(text, language)
  return { id, figures: withUnchecked(reading), asides: reading.asides, actors: recogniseActors(text, language) }
}

const messages = {
  de: { badLine: (line: number) => `Standardeingabe, Zeile ${line}: kein JSON-Objekt mit einem Feld „text“; die Zeile wird übergangen.` },
  en: { badLine: (line: number) => `standard input, line ${line}: no JSON object with a field "text"; the line is passed over.` },
} satisfies Record<Locale, unknown>
