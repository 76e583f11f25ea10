/**
 * Text of sources and documents inside Markdown that an editor renders. Whatever a saved page contains (links, images, HTML, `command:`
 * URIs, code fences) must come out as the characters that it is, so every character that Markdown or its common extensions could
 * read as more is escaped, and characters that reorder or hide text are dropped.
 */

/** Controls, zero-width characters and bidirectional overrides: invisible, and able to make text look like another. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * One line of plain text as Markdown.
 *
 *     [x](command:y) *z*   →   \[x\]\(command\:y) \*z\*
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .trim()
    .replace(/[\\`*_[\]<>&|~$^]|\]\(|\((?=[^)]*:)/g, (special) => `\\${special}`)
    .replace(/:(?=\S)/g, '\\:')
    .replace(/@(?=\S)/g, '\\@')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^[#+=-]/, (special) => `\\${special}`)
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

/** A quotation of one line with `bold` in it set in bold; where bold would not render (inside a word, empty) it is left out. */
export function quotation(before: string, bold: string, after: string): string {
  const inner = escapeMarkdown(bold)
  if (inner === '') return `> ${escapeMarkdown(before + after)}`
  return `> ${spaced(before, 'end')}**${inner}**${spaced(after, 'start')}`
}

/** Escaped text that keeps the one space towards its neighbour, which trimming would take. */
function spaced(text: string, side: 'start' | 'end'): string {
  const inner = escapeMarkdown(text)
  if (side === 'end') return /\s$/.test(text) && inner !== '' ? `${inner} ` : inner
  return /^\s/.test(text) && inner !== '' ? ` ${inner}` : inner
}

/** A link whose target is ours and whose text is not; without a target, the text alone. */
export function link(text: string, target: string | undefined): string {
  const label = escapeMarkdown(text)
  return target === undefined ? label : `[${label}](<${target.replace(/[<>\s\\]/g, encodeURIComponent)}>)`
}
