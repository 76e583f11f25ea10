/** Comments that speak to Beleg: "<!-- beleg-disable-next-line figure-contradicted -- counted otherwise since 2020 -->". */
import type { Span } from '../text/span'
import type { Directive } from './document'

const comment = /<!--([\s\S]*?)-->/g
const directive = /^(\s*)beleg-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/
const name = /[^\s,]+/g

/** The directives among the HTML comments between two offsets. */
export function directivesOf(text: string, within: Span): Directive[] {
  const found: Directive[] = []
  const html = text.slice(within.start, within.end)
  if (!html.includes('beleg-')) return found
  for (const match of html.matchAll(comment)) {
    const content = match[1] ?? ''
    const head = directive.exec(content)
    const kind = head?.[2]
    if (head === null || kind === undefined || !isKind(kind)) continue
    const start = within.start + match.index
    const rest = content.slice(head[0].length)
    const cut = /(?:^|\s)--(?=\s|$)/.exec(rest)
    const named = cut === null ? rest : rest.slice(0, cut.index)
    const reason =
      cut === null
        ? ''
        : rest
            .slice(cut.index + cut[0].length)
            .replace(/\s+/g, ' ')
            .trim()
    const from = start + 4 + head[0].length
    const rules = [...named.matchAll(name)].map((rule) => ({
      start: from + rule.index,
      end: from + rule.index + rule[0].length,
      name: rule[0],
    }))
    found.push({ start, end: start + match[0].length, kind, rules, ...(reason !== '' && { reason }) })
  }
  return found
}

function isKind(kind: string): kind is Directive['kind'] {
  return kind === 'disable' || kind === 'enable' || kind === 'disable-line' || kind === 'disable-next-line' || kind === 'disable-file'
}
