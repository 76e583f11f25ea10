/**
 * Marked text: a small workspace as a reader would see it.
 *
 *     @@ sources/bilanz.md
 *     Der Umsatz lag bei 2,1 Mrd. Euro.
 *     @@ draft.md
 *     Der Umsatz lag bei 2,4 Mrd. Euro<|>.
 *                        ^^^^^^^^^^^^^ error figure-contradicted
 *
 * `@@ path` begins a file, `<|>` is the cursor, and a line of carets labels the text right above it. Markers are taken out before
 * anything reads the text.
 */

export interface MarkedFile {
  readonly path: string
  readonly text: string
  /** Offset of `<|>`, where there is one. */
  readonly cursor?: number
  readonly labels: readonly Label[]
}

export interface Label {
  readonly start: number
  readonly end: number
  readonly text: string
}

const cursorMark = '<|>'

export function parseMarked(marked: string): readonly MarkedFile[] {
  const files: { path: string; lines: string[] }[] = []
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const path = /^@@ (.+)$/.exec(line)?.[1]
    if (path !== undefined) files.push({ path: path.trim(), lines: [] })
    else if (files.length === 0) throw new Error(`Marked text begins with "@@ path", not with "${line}"`)
    else files.at(-1)?.lines.push(line)
  }
  return files.map(({ path, lines }) => parseFile(path, lines))
}

function parseFile(path: string, lines: readonly string[]): MarkedFile {
  let text = ''
  let cursor: number | undefined
  let above: { start: number; length: number } | undefined
  const labels: Label[] = []
  for (const line of lines) {
    const carets = /^( *)(\^+)(?: (.*))?$/.exec(line)
    if (carets !== null) {
      const [, indent = '', marks = '', label = ''] = carets
      if (above === undefined || indent.length + marks.length > above.length) {
        throw new Error(`${path}: the annotation "${line.trim()}" points past the end of its line`)
      }
      labels.push({ start: above.start + indent.length, end: above.start + indent.length + marks.length, text: label })
      continue
    }
    const at = line.indexOf(cursorMark)
    if (at !== -1 && cursor !== undefined) throw new Error(`${path}: more than one cursor`)
    if (at !== -1) cursor = text.length + at
    const bare = line.replace(cursorMark, '')
    above = { start: text.length, length: bare.length }
    text += `${bare}\n`
  }
  return { path, text, labels, ...(cursor === undefined ? {} : { cursor }) }
}

/** Only file with a cursor. */
export function fileWithCursor(files: readonly MarkedFile[]): MarkedFile & { readonly cursor: number } {
  for (const file of files) if (file.cursor !== undefined) return { ...file, cursor: file.cursor }
  throw new Error('No file has a cursor "<|>"')
}
