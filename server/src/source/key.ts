/** Citation keys as Pandoc reads them without braces. */

/** The claim of a file without a pinned key: "sources/Bericht 2024.pdf" claims "Bericht-2024". */
export function claimOf(path: string): string {
  const file = path.split('/').at(-1) ?? path
  const dot = file.lastIndexOf('.')
  return keyPart(dot > 0 ? file.slice(0, dot) : file)
}

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l' }

/** Letters, digits, single hyphens and underscores: what Pandoc reads as a key without braces. */
export function keyPart(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[äöüÄÖÜßæøł]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'source' : plain
}

/** Whether an author's `id:` can be cited at all; Pandoc takes any key in braces, but none with braces or line ends in it. */
export function isKey(id: string): boolean {
  return id.length > 0 && id.length <= 200 && !/[{}\s]/.test(id)
}
