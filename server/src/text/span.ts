/**
 * Places in a text. Every offset in Beleg counts UTF-16 code units, the unit of JavaScript strings, mdast points and LSP characters;
 * every span is half-open. Lines and columns exist only in the shells.
 */

export interface Span {
  readonly start: number
  readonly end: number
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies within `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

export function shift<T extends Span>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by }
}
