/** RIS, the line format of Citavi, EndNote and library catalogues: "TY  - NEWS" to "ER  -". */
import { type BibliographyEntry, entryOf, type Fault, isoFromParts, type ReadEntries } from './bibliography'

const line = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*?))?[ \t]*\r?$/gm

interface Record {
  readonly start: number
  readonly end: number
  readonly fields: Map<string, string[]>
  key?: { readonly value: string; readonly start: number }
}

export function readRis(text: string): ReadEntries {
  const entries: BibliographyEntry[] = []
  const faults: Fault[] = []
  let open: Record | undefined
  const close = () => {
    if (open === undefined) return
    const entry = toEntry(open)
    if ('kind' in entry) faults.push(entry)
    else entries.push(entry)
    open = undefined
  }
  for (const match of text.matchAll(line)) {
    const [all, tag = '', value = ''] = match
    if (tag === 'TY') {
      close()
      open = { start: match.index, end: match.index + all.trimEnd().length, fields: new Map([['TY', [value]]]) }
    } else if (tag === 'ER') close()
    else if (open !== undefined) {
      if (tag === 'ID' && value !== '') open.key = { value, start: match.index + all.indexOf(value, 4) }
      const known = open.fields.get(tag)
      if (known === undefined) open.fields.set(tag, [value])
      else known.push(value)
    }
  }
  close()
  return { entries, faults }
}

function toEntry({ fields, key, start, end }: Record): BibliographyEntry | Fault {
  const first = (...tags: readonly string[]) => tags.flatMap((tag) => fields.get(tag) ?? []).find((value) => value !== '')
  const title = first('TI', 'T1', 'CT')
  if (key === undefined) return { start, end, kind: 'noKey', ...(title !== undefined && { detail: title }) }
  const isPeriodical = /^(?:NEWS|JOUR|MGZN|EJOUR|BLOG|ELEC|JFULL)$/.test(first('TY') ?? '')
  const outlet = first('T2', 'JO', 'JF', 'JA', 'BT')
  const [year, month, day] = (first('DA') ?? first('PY', 'Y1') ?? '').split(/[/-]/)
  return entryOf({
    key: key.value,
    span: { start: key.start, end: key.start + key.value.length },
    title,
    authors: ['AU', 'A1'].flatMap((tag) => fields.get(tag) ?? []).map((name) => name.split(/,\s*/).reverse().join(' ')),
    date: isoFromParts(year, month, day),
    url: first('UR'),
    file: first('L1', 'LK'),
    publisher: isPeriodical ? (outlet ?? first('PB')) : (first('PB') ?? outlet),
  })
}
