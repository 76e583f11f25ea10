/** Marks by which the same article is known again when it was saved twice or printed by two publishers: such sources are one witness. */

import type { Body } from '../text/body'
import { slice } from '../text/span'

/** Equal for the same main text. */
export function witnessOf(body: Body): string {
  const words = body.passages.map(
    (passage) =>
      slice(body.text, passage)
        .toLowerCase()
        .match(/\p{L}+|\p{N}+/gu)
        ?.join(' ') ?? '',
  )
  return fingerprint(words.join(' '))
}

/** 53 bits of the text, by two multiplications a character (cyrb53). */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
