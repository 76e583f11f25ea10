/** Text at a place of the page, in points from its lower left corner. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
  /** 11 where it is missing. */
  readonly size?: number
}

/** A PDF with one line of text after the other on each page; an empty line is a gap. */
export function pdf(pages: readonly (readonly string[])[]): Uint8Array {
  return placedPdf(
    pages.map((lines) => {
      let y = 800
      return lines.map((text) => {
        y -= text === '' ? 30 : 14
        return { text, x: 60, y }
      })
    }),
  )
}

/** A PDF with texts in the order in which a program wrote them. */
export function placedPdf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const kids: string[] = []
  for (const texts of pages) {
    const shown = texts.map(({ text, x, y, size = 11 }) =>
      text === '' ? '' : `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    )
    const stream = shown.join('\n')
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
