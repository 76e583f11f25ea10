/** Columns of a row as what they are; a column of another type is damage. */
import type { ActorType } from '../../actor/actor'
import { type Language, languages } from '../../language/language'
import type { Row } from './database'

export class Damaged extends Error {}

export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Damaged(`column ${column} is no text`)
  return value
}

export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column)
}

export function number(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Damaged(`column ${column} is no number`)
  return value
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Damaged(`column ${column} is no blob`)
  return value
}

/** A blob of 32-bit numbers; copied where the bytes do not begin at a multiple of four. */
export function integers(row: Row, column: string): Uint32Array {
  const blob = bytes(row, column)
  const aligned = blob.byteOffset % 4 === 0 ? blob : blob.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2)
}

export function blobOf(values: Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value)
}

export function isActorType(value: string): value is ActorType {
  return ['person', 'organisation', 'state', 'place'].includes(value)
}
