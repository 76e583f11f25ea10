/** HTML that cannot be broken out of: values of a template are escaped unless they are HTML already. */

export interface Html {
  readonly html: string
}

type Value = string | number | Html | readonly Html[] | undefined

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.reduce((before, part, at) => before + render(values[at - 1]) + part) }
}

/** Markup of our own, such as a style sheet. */
export function raw(markup: string): Html {
  return { html: markup }
}

function render(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return 'html' in value ? value.html : value.map((part) => part.html).join('')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (special) => entities[special] ?? special)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
