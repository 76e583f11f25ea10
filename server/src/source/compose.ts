/** Blocks to passages: groups, headings above, languages. */
import { detectLanguage } from '../language/detect'
import type { Language } from '../language/language'
import type { Body, Passage } from '../text/body'
import type { Block } from './block'

/** Shorter passages take the language of their text. */
const tellingLength = 120

/** The heading that repeats `title` is the title and heads nothing. */
export function bodyOf(text: string, blocks: readonly Block[], language: Language, title?: string): Body {
  const passages: Passage[] = []
  let group = 0
  let list: number | undefined
  // One list for all passages below the same headings.
  let names: readonly string[] = []
  let heads: readonly { readonly depth: number; readonly text: string }[] = []
  for (const { depth, list: ownList, kind: shape, ...rest } of blocks) {
    const isTitle = shape === 'heading' && title !== undefined && text.slice(rest.start, rest.end).replace(/\s+/g, ' ') === title
    const block = { ...rest, kind: isTitle ? 'title' : shape }
    const sameList = ownList !== undefined && ownList === list
    // A list belongs to the line that introduces it.
    const introduced =
      ownList !== undefined &&
      !sameList &&
      /:["”“]?$/.test(text.slice(Math.max(0, (passages.at(-1)?.end ?? 0) - 2), passages.at(-1)?.end ?? 0))
    if (!sameList && !introduced) group++
    list = ownList
    if (block.kind === 'heading') {
      heads = heads.filter((head) => head.depth < (depth ?? 6))
      names = heads.map((head) => head.text)
    }
    const own = languageOf(text, block, language)
    passages.push({ ...block, group, heads: names, ...(own !== language && { language: own }) })
    if (block.kind === 'heading') {
      heads = [...heads, { depth: depth ?? 6, text: text.slice(block.start, block.end) }]
      names = heads.map((head) => head.text)
    }
  }
  return { text, language, passages }
}

/** Words without which nobody writes a paragraph of the language; a look for them saves counting in most passages. */
const sure = { de: [' der ', ' die ', ' und '], en: [' the ', ' of ', ' and '] } as const

function languageOf(text: string, { start, end }: Block, language: Language): Language {
  if (end - start < tellingLength) return language
  const own = text.slice(start, end)
  return sure[language].filter((word) => own.includes(word)).length >= 2 ? language : detectLanguage(own, language)
}
