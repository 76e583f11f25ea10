/** The YAML at the head of a document: its language, title, bibliography and references. What is not understood is left to others. */
import { parse } from 'yaml'
import type { Language } from '../language/language'
import type { FrontMatter } from './document'

const none: FrontMatter = { bibliography: [], references: [] }
const fences = [
  { kind: 'yaml', of: /^---[ \t]*(?:\r\n?|\n)([\s\S]*?(?:^|[\r\n]))(?:---|\.\.\.)[ \t]*(?![^\r\n])/ },
  { kind: 'toml', of: /^\+\+\+[ \t]*(?:\r\n?|\n)([\s\S]*?(?:^|[\r\n]))\+\+\+[ \t]*(?![^\r\n])/ },
] as const

/** The front matter at the head of a text, fences included, without the line break behind them. */
export interface Head {
  readonly kind: 'yaml' | 'toml'
  readonly length: number
  readonly content: string
}

export function headOf(text: string): Head | undefined {
  for (const { kind, of } of fences) {
    const match = of.exec(text)
    if (match !== null) return { kind, length: match[0].length, content: match[1] ?? '' }
  }
  return undefined
}

/** What the head of a document says; what is broken counts as absent. */
export function readFrontMatter(head: Head | undefined): FrontMatter {
  if (head?.kind !== 'yaml') return none
  const yaml = head.content
  let data: unknown
  try {
    data = parse(yaml, { logLevel: 'silent', maxAliasCount: 100 })
  } catch {
    // The author is still typing, or another tool reads another dialect; the rest of the document is checked all the same.
    return none
  }
  if (!isRecord(data)) return none
  const language = languageOf(data['lang'] ?? data['language'])
  const title = data['title']
  return {
    ...(language !== undefined && { language }),
    ...(typeof title === 'string' && { title }),
    bibliography: strings(data['bibliography']),
    references: list(data['references']).flatMap((entry) => {
      const id = isRecord(entry) ? entry['id'] : undefined
      if (!isRecord(entry) || (typeof id !== 'string' && typeof id !== 'number')) return []
      const name = entry['title']
      return [{ id: String(id), ...(typeof name === 'string' && { title: name }) }]
    }),
  }
}

function languageOf(tag: unknown): Language | undefined {
  if (typeof tag !== 'string') return undefined
  if (/^de\b/i.test(tag) || /^(?:german|deutsch|ngerman)$/i.test(tag)) return 'de'
  return /^en\b/i.test(tag) || /^english$/i.test(tag) ? 'en' : undefined
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '')
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
