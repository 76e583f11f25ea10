/** Blocks to passages: groups, headings above, languages. */
import { detectLanguage } from '../language/detect'
import type { Language } from '../language/language'
import type { Body, Passage } from '../text/body'
import type { Block } from './block'

/** Shorter passages take the language of their text. */
const tellingLength = 120

export function bodyOf(text: string, blocks: readonly Block[], language: Language): Body {
  const passages: Passage[] = []
  let group = 0
  let list: number | undefined
  const heads: { depth: number; text: string }[] = []
  for (const { depth, list: ownList, ...block } of blocks) {
    const sameList = ownList !== undefined && ownList === list
    // A list belongs to the line that introduces it.
    const introduced =
      ownList !== undefined &&
      !sameList &&
      /:["”“]?$/.test(text.slice(Math.max(0, (passages.at(-1)?.end ?? 0) - 2), passages.at(-1)?.end ?? 0))
    if (!sameList && !introduced) group++
    list = ownList
    if (block.kind === 'heading') while ((heads.at(-1)?.depth ?? 0) >= (depth ?? 6)) heads.pop()
    const own = block.end - block.start >= tellingLength ? detectLanguage(text.slice(block.start, block.end), language) : language
    passages.push({ ...block, group, heads: heads.map((head) => head.text), ...(own !== language && { language: own }) })
    if (block.kind === 'heading') heads.push({ depth: depth ?? 6, text: text.slice(block.start, block.end) })
  }
  return { text, language, passages }
}
