/**
 * Files beside a source that describe it: "bericht.pdf.yaml" or "bericht.yaml" for "bericht.pdf", in the fields of front matter or as CSL
 * JSON. What they say goes before what the source says of itself.
 */
import { decode } from './decode'
import { type Described, describe, isRecord, parseFields } from './frontmatter'
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
  const fields = decoded.kind === 'text' ? fieldsOf(sidecar.path, decoded.text) : undefined
  return fields === undefined ? { metadata: { authors: [] }, hints: ['sidecar'] } : { ...describe(fields), hints: [] }
}

function fieldsOf(path: string, text: string): Record<string, unknown> | undefined {
  if (!/\.json$/i.test(path)) return parseFields(text.replace(/^---\r?\n/, '').replace(/\r?\n---\s*$/, ''))
  try {
    const value: unknown = JSON.parse(text)
    const first: unknown = Array.isArray(value) ? value[0] : value
    return isRecord(first) ? first : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
