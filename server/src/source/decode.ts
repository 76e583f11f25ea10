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
  const controls = countControls(bytes)
  if (controls.even + controls.odd > 0) {
    const wide = wideEncoding(controls)
    return wide === undefined ? { kind: 'binary' } : strictly(bytes, wide)
  }
  if (controls.others > controls.seen * 0.01 + 1) return { kind: 'binary' }
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

/** How many of the first bytes were looked at, and what no text holds among them. */
interface Controls {
  readonly seen: number
  /** Zero bytes at even and at odd places. */
  readonly even: number
  readonly odd: number
  /** Control characters other than zero, tabs, line ends, form feeds and escape. */
  readonly others: number
}

function countControls(bytes: Uint8Array): Controls {
  let even = 0
  let odd = 0
  let others = 0
  const seen = Math.min(bytes.length, 4000)
  for (let at = 0; at < seen; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 32) continue
    if (byte === 0) {
      if (at % 2 === 0) even++
      else odd++
    } else if (byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) others++
  }
  return { seen, even, odd, others }
}

/** Latin text in UTF-16 has its zeros nearly all on one side, and many of them. */
function wideEncoding({ seen, even, odd }: Controls): string | undefined {
  const pairs = seen / 2
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return undefined
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
