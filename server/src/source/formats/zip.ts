/** Files within a ZIP archive (Office documents, EPUB), with limits that no archive bomb passes. */

import type { UnzipFileInfo } from 'fflate'
import { unzipSync } from 'fflate'
import { Unreadable } from '../extract'

/** Bytes of one file and of all that are taken out, unpacked. */
const largestFile = 64 << 20
const largestSum = 192 << 20
const mostFiles = 20_000

/** The files for which `wanted` says so, by name. */
export async function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  if (isOldOffice(bytes)) throw new Unreadable('protected')
  let sum = 0
  let files = 0
  const filter = ({ name, originalSize, size }: UnzipFileInfo) => {
    if (++files > mostFiles) throw new Unreadable('tooLarge')
    if (!wanted(name)) return false
    sum += Math.max(originalSize, size)
    if (originalSize > largestFile || sum > largestSum) throw new Unreadable('tooLarge')
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable('damaged')
  }
}

/** Refuses an archive that would unpack beyond the limits, for libraries that unpack by themselves. */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  let sum = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize
        if (originalSize > largestFile || sum > largestSum) throw new Unreadable('tooLarge')
        return false
      },
    })
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable('damaged')
  }
}

/** The container of Office before 2007, which also wraps its encrypted documents of today. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)
}

export function utf8(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes)
}
