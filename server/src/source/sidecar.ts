/**
 * Files beside a source that describe it: "bericht.pdf.yaml" or "bericht.yaml" for "bericht.pdf", in the fields of front matter or as CSL
 * JSON. What they say goes before what the source says of itself.
 */
import { type ParseError, parse } from 'jsonc-parser/lib/esm/main.js'
import { decode } from './decode'
import { type Described, describe, faultLine, isRecord, oddDates, parseFields } from './frontmatter'
import type { Hint } from './source'

/** For each file those beside it that describe it: "bericht.pdf.yaml" or "bericht.yaml" for "bericht.pdf". */
export function sidecarsIn(paths: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const candidates = paths.filter((path) => /\.(?:ya?ml|json)$/i.test(path))
  if (candidates.length === 0) return found
  const files = new Set(candidates)
  for (const path of paths) {
    const bare = path.replace(/\.[^./]+$/, '')
    const own = [`${path}.yaml`, `${path}.yml`, `${path}.json`, `${bare}.yaml`, `${bare}.yml`, `${bare}.csl.json`].filter(
      (name) => name !== path && files.has(name),
    )
    if (own.length > 0 && !/\.ya?ml$/i.test(path)) found.set(path, own)
  }
  return found
}

export function describedBy(
  sidecars: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): (Described & { readonly hints: readonly Hint[] }) | undefined {
  const [sidecar] = sidecars
  if (sidecar === undefined) return undefined
  const decoded = decode(sidecar.bytes)
  if (decoded.kind !== 'text') return { metadata: { authors: [] }, hints: [{ kind: 'sidecar' }] }
  const { text } = decoded
  const { fields, line } = /\.json$/i.test(sidecar.path) ? jsonFields(text) : yamlFields(text)
  if (fields === undefined) return { metadata: { authors: [] }, hints: [{ kind: 'sidecar', line }] }
  return { ...describe(fields), hints: oddDates(fields).map((name): Hint => ({ kind: 'sidecarDate', line: lineOfField(text, name) })) }
}

interface Fields {
  readonly fields: Record<string, unknown> | undefined
  /** Where they are missing, the line of the mistake. */
  readonly line: number
}

function yamlFields(text: string): Fields {
  const yaml = text.replace(/^---\r?\n/, '').replace(/\r?\n---\s*$/, '')
  const fields = parseFields(yaml)
  return { fields, line: fields === undefined ? faultLine(yaml) + (/^---\r?\n/.test(text) ? 1 : 0) : 1 }
}

/** CSL JSON: an entry, or the first of a list. */
function jsonFields(text: string): Fields {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const first: unknown = Array.isArray(value) ? value[0] : value
  const [error] = errors
  if (error !== undefined) return { fields: undefined, line: text.slice(0, error.offset).split('\n').length }
  return { fields: isRecord(first) ? first : undefined, line: 1 }
}

function lineOfField(text: string, name: string): number {
  return text.split('\n').findIndex((line) => line.replace(/^[\s"'{[-]+/, '').startsWith(name)) + 1
}
