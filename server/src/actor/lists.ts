/**
 * What is known of single words: which name lists hold them (first names, surnames, places, organisations, common words …) and which
 * cluster of like words they belong to. Clusters differ by language, lists do not.
 */
import { hashOfPart, mix } from './hash'

export const listNames = [
  'firstName',
  'surname',
  'place',
  'placePart',
  'organisation',
  'organisationHead',
  'role',
  'title',
  'adjective',
  'demonym',
  'common',
  'mostlyLower',
  'state',
  'speaker',
  'company',
  'english',
  'placed',
] as const
export type ListName = (typeof listNames)[number]

export interface WordEntry {
  /** Bit n is set for a word of the nth list. */
  readonly lists: number
  /** 0 for none. */
  readonly cluster: number
}

export interface WordLists {
  find(surface: string, lower: string): WordEntry
  /** The entry of a part of `word`, which is in lower case. */
  findPart(word: string, from: number): WordEntry
  /** The coarse cluster that a fine one is part of. */
  coarse(cluster: number): number
}

export const noEntry: WordEntry = { lists: 0, cluster: 0 }

export function listBit(name: ListName): number {
  return 1 << listNames.indexOf(name)
}

/** The hash of a word, or of its end, in the word table. */
export function listHash(word: string, from = 0): number {
  return mix(hashOfPart(word, from, word.length, 77), 78)
}
