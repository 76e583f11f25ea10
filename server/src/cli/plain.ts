/**
 * Text of documents and sources on a terminal: on one line, without what would move its cursor, change its colours or make text look like
 * other text. Sources are not trusted.
 */
export function plain(text = ''): string {
  return spaced(text).trim()
}

/** The same with the spaces at both ends, which part it from its neighbour. */
export function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
}
