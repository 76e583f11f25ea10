/**
 * Which source gets which citation key. A source claims the key its author pinned (`id:`) or the name of its file; where several claim
 * the same, pinned ones and then the first by path keep it and the others get a longer one from their path. It depends on the set
 * of files alone, not on the order in which they were read.
 */

import { keyPart } from '../source/key'

export interface Claimant {
  readonly path: string
  readonly claim: string
  readonly pinned: boolean
}

/** Keys by path for all who claim the same key. */
export function assignKeys(claimants: readonly Claimant[]): Map<string, string> {
  const keys = new Map<string, string>()
  const taken = new Set<string>()
  const inOrder = [...claimants].sort((a, b) => Number(b.pinned) - Number(a.pinned) || (a.path < b.path ? -1 : 1))
  for (const { path, claim } of inOrder) {
    const key = [claim, ...longerKeys(path)].find((candidate) => !taken.has(candidate)) ?? path
    taken.add(key)
    keys.set(path, key)
  }
  return keys
}

/** For "sources/2024/bericht.pdf": bericht.pdf, 2024/bericht, 2024/bericht.pdf, sources/2024/bericht.pdf. */
function longerKeys(path: string): string[] {
  const folders = path.split('/').map(keyPart)
  const file = path.split('/').at(-1) ?? path
  const dot = file.lastIndexOf('.')
  const name = keyPart(dot > 0 ? file.slice(0, dot) : file)
  const extension = dot > 0 ? `.${keyPart(file.slice(dot + 1))}` : ''
  const folder = folders.at(-2)
  const nested = folder === undefined ? [] : [`${folder}/${name}`, `${folder}/${name}${extension}`]
  return [`${name}${extension}`, ...nested, [...folders.slice(0, -1), `${name}${extension}`].join('/')]
}
