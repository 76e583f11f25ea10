/** Undoes German case endings of names: "Deutschlands" is "Deutschland", "den Vereinigten Staaten" speaks of the Vereinigte Staaten. */
import { type KnownName, knownNames } from './known'

/** The known name behind a surface form, its genitive undone and its legal form left out. */
export function knownBehind(written: string): KnownName | undefined {
  const surface = withoutLegalForm(written)
  const found = knownNames.get(surface)
  if (found !== undefined) return found
  const nominative = surface.includes(' ') ? surface.replace(/(?<=\p{Lu}\p{L}+)(en|er|em)(?= )/gu, 'e') : surface
  return (
    knownNames.get(nominative) ??
    (surface.length > 3 && surface.endsWith('s') ? (withoutGenitive(surface) ?? withoutGenitive(nominative)) : undefined)
  )
}

function withoutGenitive(name: string): KnownName | undefined {
  return knownNames.get(name.slice(0, -1)) ?? knownNames.get(name.replace(/es$/, ''))
}

/** Forms that a name may be the genitive of, itself first: "Merkels" may be "Merkel"; "Merz’" lost its apostrophe already. */
export function basesOf(name: string): readonly string[] {
  const bare = name.replace(/['’]s?$/, '')
  return bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? [bare, bare.slice(0, -1)] : [bare]
}

/**
 * A key that is equal for all cases of a name: "Deutsche Bahn" and "Deutschen Bahn", "Bundesamt" and "Bundesamts", "Rheinmetall AG" and
 * "Rheinmetall".
 */
export function nameKey(name: string): string {
  const words = withoutLegalForm(name.replace(/[„“"»«']/g, '')).split(/\s+/)
  return words
    .map((word, at) => {
      const lower = word.toLowerCase()
      if (at < words.length - 1 && lower.length > 5) return lower.replace(/(en|er|es|em|e)$/, '')
      return lower
    })
    .join(' ')
    .replace(/(?<=\p{L}{4})e?s$/u, '')
}

const legalForms = new Set(
  'AG GmbH SE KG KGaA OHG e.V. eV Inc Inc. Corp Corp. Corporation Ltd Ltd. LLC plc PLC Co Co. & S.A. N.V. AB Oy'.split(' '),
)

function withoutLegalForm(name: string): string {
  const end = name.lastIndexOf(' ')
  return end > 0 && legalForms.has(name.slice(end + 1)) ? name.slice(0, end) : name
}

/** The better of two forms of one name to show: the nominative of an adjective name, else the one without genitive. */
export function betterForm(a: string, b: string): string {
  const [firstA = '', firstB = ''] = [a.split(' ')[0], b.split(' ')[0]]
  if (firstA !== firstB && a.includes(' ')) return /(en|em|er|es)$/.test(firstA) && firstB.length < firstA.length ? b : a
  return b.length < a.length ? b : a
}
