/**
 * JSON and JSON Lines: each object with a text is an article. Which field holds what is guessed by name, and said in `beleg.yaml` where
 * the guess is wrong (`fields: { text: body, title: head.line }`).
 */
import { decode } from '../decode'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import { describe, isRecord } from '../frontmatter'
import { blocksOfText } from '../lines'
import type { ReadOptions, SourceFile } from '../read'
import { addFragment, extractPage } from './html'

const textFields = [
  'text',
  'body',
  'content',
  'articleBody',
  'content_text',
  'content_html',
  'fulltext',
  'full_text',
  'main_text',
  'maintext',
  'html',
  'description',
  'summary',
]
const mostArticles = 100_000

export async function readJson({ path, bytes }: SourceFile, { fields }: ReadOptions): Promise<readonly Extract[]> {
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') throw new Unreadable(decoded.kind)
  const values = /\.(?:jsonl|ndjson)$/i.test(path) ? lines(decoded.text) : articlesIn(parse(decoded.text))
  const articles: Extract[] = []
  for (const value of values.slice(0, mostArticles)) {
    if (!isRecord(value)) continue
    const article = await articleOf(value, fields)
    if (article !== undefined) articles.push(article)
  }
  if (articles.length === 0) throw new Unreadable('noText')
  return articles
}

/** A broken line costs itself only. */
function lines(text: string): unknown[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line) as unknown]
    } catch (cause) {
      if (cause instanceof SyntaxError) return []
      throw cause
    }
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Unreadable('damaged')
    throw cause
  }
}

/** The objects of an array, or of the first array of objects in an object such as a feed; else the object itself. */
function articlesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value) || textFields.some((name) => typeof value[name] === 'string')) return [value]
  return Object.values(value).find((item): item is unknown[] => Array.isArray(item) && item.some(isRecord)) ?? [value]
}

async function articleOf(value: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, string>>): Promise<Extract | undefined> {
  const mapped = Object.fromEntries(Object.entries(fields).map(([name, path]) => [name, at(value, path)]))
  const chosen = Object.fromEntries(Object.entries(mapped).filter(([, found]) => found !== undefined))
  const text = chosen['text'] ?? textFields.map((name) => value[name]).find((found) => typeof found === 'string' && found.trim() !== '')
  if (typeof text !== 'string' || text.trim() === '') return undefined
  const { id, language, metadata } = describe({ ...value, ...chosen })
  const described = { metadata, ...(id !== undefined && { id }), ...(language !== undefined && { language }) }
  if (/<html[\s>]/i.test(text)) return { ...(await extractPage(text)), ...described }
  if (/<(?:p|br|div|h[1-6])[\s/>]/i.test(text)) {
    const builder = new TextBuilder()
    await addFragment(builder, text)
    return { ...builder.finish(), ...described, isPage: true }
  }
  return { text, blocks: blocksOfText(text), ...described, isPage: true }
}

/** "head.line" is the field `line` of the object `head`. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, name) => (isRecord(found) ? found[name] : Array.isArray(found) ? found[Number(name)] : undefined), value)
}
