/**
 * Which source gets which citation key. A source claims the key its author pinned (`id:`) or the name of its file; where several claim
 * the same, pinned ones and then the first by path keep it and the others get a longer one from their path. It depends on the set
 * of sources alone, not on the order in which they were read.
 */
import { keyPart } from '../source/key'

export interface Claimant {
  readonly path: string
  /** 0 for the only article of its file. */
  readonly part: number
  readonly claim: string
  readonly pinned: boolean
}

/** Keys for all who claim the same key, each with its claimant. `isClaimed` tells keys that somebody else claims outright. */
export function assignKeys<C extends Claimant>(
  claimants: readonly C[],
  isClaimed: (key: string) => boolean,
): { readonly claimant: C; readonly key: string }[] {
  const given = new Set<string>()
  return [...claimants].sort(firstServed).map((claimant) => {
    const candidates = claimant.pinned ? [claimant.claim] : [claimant.claim, ...longerKeys(claimant)]
    const free = (key: string) => !given.has(key) && (key === claimant.claim || !isClaimed(key))
    let key = candidates.find(free)
    for (let number = 2; key === undefined; number++) key = [`${candidates.at(-1)}-${number}`].find(free)
    given.add(key)
    return { claimant, key }
  })
}

function firstServed(a: Claimant, b: Claimant): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1
  return a.path === b.path ? a.part - b.part : a.path < b.path ? -1 : 1
}

/** For "sources/2024/bericht.pdf": bericht.pdf, 2024/bericht, 2024/bericht.pdf, sources/2024/bericht.pdf. */
function longerKeys({ path }: Claimant): string[] {
  const file = path.split('/').at(-1) ?? path
  const dot = file.lastIndexOf('.')
  const name = keyPart(dot > 0 ? file.slice(0, dot) : file)
  const full = dot > 0 ? `${name}.${keyPart(file.slice(dot + 1))}` : name
  const folders = path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '.' && part !== '..')
    .map(keyPart)
  const folder = folders.at(-1)
  return [full, ...(folder === undefined ? [] : [`${folder}/${name}`, `${folder}/${full}`]), [...folders, full].join('/')]
}
