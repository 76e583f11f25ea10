/** Lower case without umlauts and accents: "Özdemir" and "Oezdemir" are "ozdemir", "Erdoğan" is "erdogan". */
export function folded(name: string): string {
  const lower = name.toLowerCase()
  // Most names need nothing else.
  if (!/[^ -~]|[aou]e/.test(lower)) return lower
  return lower
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[aou]e/g, (pair) => pair.charAt(0))
}
