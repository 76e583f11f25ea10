/** As much of JSON Schema as docs/schema uses. A keyword that is not known here is an error, so that no part of a schema goes unchecked. */
type Schema = Readonly<Record<string, unknown>>

/** Complaints about `value`, each with its path; none where it is valid. */
export function violations(value: unknown, schema: Schema, root: Schema = schema, path = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => check(keyword, rule, value, root, path))
}

function check(keyword: string, rule: unknown, value: unknown, root: Schema, path: string): string[] {
  const complain = (wrong: boolean) =>
    wrong ? [`${path}: ${JSON.stringify(value)?.slice(0, 80)} violates ${keyword} ${JSON.stringify(rule)}`] : []
  switch (keyword) {
    case '$schema':
    case '$id':
    case '$defs':
    case 'title':
    case 'description':
      return []
    case '$ref':
      return violations(value, resolveReference(String(rule), root), root, path)
    case 'const':
      return complain(value !== rule)
    case 'enum':
      return complain(!Array.isArray(rule) || !rule.includes(value))
    case 'type':
      return complain(![rule].flat().some((type) => isOfType(value, String(type))))
    case 'minimum':
      return complain(typeof value === 'number' && value < Number(rule))
    case 'maximum':
      return complain(typeof value === 'number' && value > Number(rule))
    case 'minLength':
      return complain(typeof value === 'string' && value.length < Number(rule))
    case 'pattern':
      return complain(typeof value === 'string' && !new RegExp(String(rule), 'u').test(value))
    case 'required':
      return complain(isObject(value) && Array.isArray(rule) && rule.some((name) => !(String(name) in value)))
    case 'properties':
      return isObject(value) && isObject(rule)
        ? Object.entries(rule).flatMap(([name, inner]) =>
            name in value && isObject(inner) ? violations(value[name], inner, root, `${path}.${name}`) : [],
          )
        : []
    case 'items':
      return Array.isArray(value) && isObject(rule) ? value.flatMap((item, index) => violations(item, rule, root, `${path}[${index}]`)) : []
    default:
      return [`${path}: the test knows no keyword ${keyword}`]
  }
}

function resolveReference(reference: string, root: Schema): Schema {
  const found = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), root)
  if (!isObject(found)) throw new Error(`the schema has no ${reference}`)
  return found
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
