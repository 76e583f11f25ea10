/**
 * Bytes to text. A byte order mark decides; without one text that is valid UTF-8 is UTF-8, many zero bytes in one half of the pairs
 * are UTF-16, a charset named by the file itself comes next, and the rest is Windows-1252, in which every byte means something. UTF-8
 * that was broken at a few places is still read as such.
 */

export type Decoded =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly encoding: string
      /** Whether bytes that mean nothing were replaced. */
      readonly isLossy?: true
    }
  | { readonly kind: 'binary' | 'encoding' }

/** `declared` is a charset named outside the bytes, such as a mail header. */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return strictly(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly(bytes, 'utf-16be')
  const zeros = countZeros(bytes)
  if (zeros.even + zeros.odd > 0) {
    const wide = wideEncoding(bytes, zeros)
    return wide === undefined ? { kind: 'binary' } : strictly(bytes, wide)
  }
  if (looksBinary(bytes)) return { kind: 'binary' }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8.kind === 'text') return utf8
  const mended = mendedUtf8(bytes)
  if (mended !== undefined) return { kind: 'text', text: mended, encoding: 'utf-8', isLossy: true }
  const label = knownLabel(declared ?? charsetIn(bytes)) ?? 'windows-1252'
  return strictly(bytes, label === 'utf-8' ? 'windows-1252' : label)
}

function strictly(bytes: Uint8Array, encoding: string): Decoded {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return { kind: 'encoding' }
    throw cause
  }
}

/** The text where nine of ten sequences beyond ASCII are right; in a text of another encoding nearly none is. */
function mendedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let right = 0
  let wrong = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) wrong++
    else if (code > 127) right++
  }
  return right > wrong * 9 ? text : undefined
}

/** Zero bytes at even and odd places of the first 4,000. */
function countZeros(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0
  let odd = 0
  const end = Math.min(bytes.length, 4000)
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  return { even, odd }
}

/** Latin text in UTF-16 has its zeros nearly all on one side, and many of them. */
function wideEncoding(bytes: Uint8Array, { even, odd }: { readonly even: number; readonly odd: number }): string | undefined {
  const pairs = Math.min(bytes.length, 4000) / 2
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return undefined
}

/** Control characters that no text holds, other than tabs, line ends, form feeds and escape. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0
  const end = Math.min(bytes.length, 4000)
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  return controls > end * 0.01 + 1
}

/** The charset that HTML or XML names in its first kilobyte. */
function charsetIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /(?:charset\s*=\s*|encoding\s*=\s*)["']?([\w-]+)/i.exec(head)?.[1]
}

function knownLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}
