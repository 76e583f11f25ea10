/** BibTeX and BibLaTeX. A library reads the values, LaTeX accents and names included; a scan of our own finds where the keys stand. */
import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser'
import { type BibliographyEntry, entryOf, type Fault, isoFromParts, type ReadEntries } from './bibliography'

const head = /@\s*([A-Za-z]+)\s*[{(]\s*([^\s,{}()"#%=]+)\s*,/g
/** After so many entries that never end, a file is no bibliography. */
const mostRestarts = 20
const noEntry = /^(?:comment|string|preamble)$/i

export function readBibtex(text: string, restarts = mostRestarts): ReadEntries {
  const { entries, errors } = parse(text, { english: false, sentenceCase: false, caseProtection: false, unsupported: 'ignore' })
  const places = [...text.matchAll(head)].flatMap((match) => {
    const key = match[2] ?? ''
    const start = match.index + match[0].indexOf(key, (match[1] ?? '').length + 1)
    return noEntry.test(match[1] ?? '') ? [] : [{ key, start, end: start + key.length }]
  })
  let next = 0
  const read = entries.flatMap((entry): BibliographyEntry[] => {
    const found = places.findIndex((place, index) => index >= next && place.key === entry.key)
    if (found < 0) return []
    next = found + 1
    const { start = 0, end = 0 } = places[found] ?? {}
    return [toEntry(entry, start, end)]
  })
  const faults = errors.map((error): Fault & { readonly until: number } => {
    const input = (error.input ?? '').trim()
    const at = Math.max(0, text.indexOf(input))
    const line = text.slice(at).search(/[\r\n]|$/)
    const detail = error.error.replace(/\s+at line \d+, column \d+.*$/s, '').split(/[\r\n]/)[0] ?? ''
    return { kind: 'broken', start: at, end: at + line, detail, until: at + input.length }
  })
  const swallowed = faults.flatMap(({ end, until }) => {
    const next = text.slice(end, until).search(/^@\s*[A-Za-z]+\s*[{(]/m)
    return next < 0 ? [] : [end + next]
  })
  const [from] = swallowed
  if (from === undefined || restarts === 0) return { entries: read, faults: faults.map(withoutEnd) }
  // A brace that is never closed takes the entries after it along; they begin at a line of their own all the same.
  const rest = readBibtex(text.slice(from), restarts - 1)
  const moved = <S extends { readonly start: number; readonly end: number }>(span: S) => ({
    ...span,
    start: span.start + from,
    end: span.end + from,
  })
  return {
    entries: [...read.filter(({ span }) => span.start < from), ...rest.entries.map((entry) => ({ ...entry, span: moved(entry.span) }))],
    faults: [...faults.filter(({ start }) => start < from).map(withoutEnd), ...rest.faults.map(moved)],
  }
}

function withoutEnd({ until: _, ...fault }: Fault & { readonly until: number }): Fault {
  return fault
}

function toEntry({ key, type, fields }: Entry, start: number, end: number): BibliographyEntry {
  const isPeriodical = /^(?:article|online|electronic|www|misc)/i.test(type)
  const journal = plain(fields['journaltitle'] ?? fields['journal'])
  const house = plain(fields.publisher ?? fields.organization ?? fields.institution)
  return entryOf({
    key,
    span: { start, end },
    title: plain(fields['title']),
    authors: (fields.author ?? fields.editor ?? []).map(nameOf).filter((name) => name !== 'others'),
    date: dateOf(fields['date']) ?? isoFromParts(fields['year'], fields['month'], fields['day']),
    url: plain(fields['url']),
    file: fileOf(plain(fields['file'])),
    publisher: (isPeriodical ? (journal ?? house) : (house ?? journal)) ?? plain(fields['howpublished']),
  })
}

function nameOf({ name, firstName, prefix, lastName, suffix }: Creator): string {
  return plain(name ?? [firstName, prefix, lastName, suffix].filter((part) => part !== undefined && part !== '').join(' ')) ?? ''
}

/** "2020-05-04", the first of "2020/2021", the year of "2020~". */
function dateOf(written: string | undefined): string | undefined {
  return written === undefined ? undefined : /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(written.trim())?.[0]
}

/** JabRef and Zotero write "description:path:type"; others the path alone. */
function fileOf(written: string | undefined): string | undefined {
  const first = written?.split(/(?<!\\);/)[0]
  const parts = first?.split(/(?<!\\):(?![\\/])/)
  return (parts !== undefined && parts.length >= 3 ? parts[1] : first)?.replace(/\\(.)/g, '$1')
}

function plain(value: string | readonly string[] | undefined): string | undefined {
  const text = typeof value === 'string' ? value : value?.join(', ')
  return text
    ?.normalize('NFC')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
