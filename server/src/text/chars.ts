/** Classes of UTF-16 code units, for scanners that dispatch on them. */

/** Letters of the Latin, Greek and Cyrillic scripts and combining marks; surrogates are none. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x250 && code <= 0x52f) ||
    (code >= 0x1e00 && code <= 0x1fff) ||
    code === 0xaa ||
    code === 0xba ||
    code === 0xb5
  )
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** ASCII, Latin-1 and the letters above U+0100 that have a lower-case partner. */
export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  if (code <= 0xde) return code >= 0xc0 && code !== 0xd7
  if (code < 0x100 || !isLetter(code)) return false
  const letter = String.fromCharCode(code)
  return letter !== letter.toLowerCase()
}

/** Spaces within a line, no-break and thin ones included; no line breaks. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x3000
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c
}

/** All that stands for an apostrophe: upright, curly either way, modifier letter, acute accent, prime, full width; no backtick. */
export function isApostrophe(code: number): boolean {
  if (code < 128) return code === 39
  return code === 0x2019 || code === 0x2018 || code === 0x201b || code === 0xb4 || code === 0x2bc || code === 0x2032 || code === 0xff07
}
