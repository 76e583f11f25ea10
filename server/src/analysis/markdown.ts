/**
 * Markdown to a syntax tree whose every node knows its place in the text. CommonMark with GFM and `$$` math; a single dollar
 * sign is money ("$5 Mio. bis $10 Mio."), and a single tilde is "about" ("~5 bis ~7"). Front matter is cut off before: micromark's own look for
 * it, when it fails, hides a later indented list.
 */
import type { Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Span } from '../text/span'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath, { singleDollarTextMath: false })
  .use(withoutTransforms)
  .freeze()

export function parseMarkdown(text: string): Root {
  const root = processor.parse(text)
  let end = 0
  for (const node of root.children) {
    // An underlined heading right below a definition claims to start where the definition does.
    const first = node.type === 'heading' ? node.children[0]?.position : undefined
    if (first !== undefined && node.position !== undefined && spanOf(node).start < end) node.position.start = first.start
    end = spanOf(node).end
  }
  return root
}

/** Where a node stands; nodes that the parser itself made always know. */
export function spanOf(node: RootContent): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

/** Takes out the second search for bare addresses in finished text nodes: what it makes has no place, and we skip addresses ourselves. */
function withoutTransforms(this: Processor) {
  const data = this.data()
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(({ transforms: _, ...extension }) => extension) ?? []
}
