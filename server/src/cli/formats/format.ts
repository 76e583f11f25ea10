/** A format: the results of a run as text. */
import type { Results } from '../results'

export type Format = (results: Results, style: Style) => string | Promise<string>

/** How results look where somebody reads them on a terminal. */
export interface Style {
  readonly color: boolean
  /** Characters in a line. */
  readonly columns: number
}

export const formatNames = ['stylish', 'json', 'sarif', 'github', 'junit', 'checkstyle', 'rdjson', 'rdjsonl', 'gitlab'] as const
export type FormatName = (typeof formatNames)[number]

export function isFormatName(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name)
}

/** Each format loads when it is asked for. */
export const formats: Readonly<Record<FormatName, () => Promise<Format>>> = {
  stylish: async () => (await import('./stylish')).stylish,
  json: async () => (await import('./json')).json,
  sarif: async () => (await import('./sarif')).sarif,
  github: async () => (await import('./github')).github,
  junit: async () => (await import('./junit')).junit,
  checkstyle: async () => (await import('./checkstyle')).checkstyle,
  rdjson: async () => (await import('./rdjson')).rdjson,
  rdjsonl: async () => (await import('./rdjson')).rdjsonl,
  gitlab: async () => (await import('./gitlab')).gitlab,
}
