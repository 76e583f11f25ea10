/**
 * Passages that are judged together (a paragraph, a list with its introduction, a table), each as a text of its own: what is found out
 * about a group then depends on its words alone and holds wherever it moves.
 */
import type { CitedSource } from '../claim/claim'
import type { Body, Passage } from '../text/body'
import { shift } from '../text/span'

export interface TextGroup {
  /** Where its text starts in the whole; all other offsets count from there. */
  readonly start: number
  /** The passages and the one before them, which may name their subject. */
  readonly body: Body
  readonly passages: readonly Passage[]
  readonly citations: readonly CitedSource[]
}

export function textGroupsOf(body: Body, citations: readonly CitedSource[]): TextGroup[] {
  const groups: TextGroup[] = []
  let first = 0
  let cited = 0
  while (first < body.passages.length) {
    const number = body.passages[first]?.group
    let next = first + 1
    while (body.passages[next]?.group === number && next < body.passages.length) next++
    const [head, ...rest] = body.passages.slice(first, next)
    if (head === undefined) break
    const before = body.passages[first - 1]
    const start = before?.start ?? head.start
    const end = rest.at(-1)?.end ?? head.end
    const passages = [head, ...rest].map((passage) => localPassage(passage, -start, 1))
    const own: CitedSource[] = []
    for (let citation = citations[cited]; citation !== undefined && citation.start <= end; citation = citations[++cited]) {
      own.push(shift(citation, -start))
    }
    groups.push({
      start,
      body: {
        text: body.text.slice(start, end),
        language: body.language,
        passages: before === undefined ? passages : [localPassage(before, -start, 0), ...passages],
      },
      passages,
      citations: own,
    })
    first = next
  }
  return groups
}

/** Group numbers count up through a document; in a group's own text they only tell its passages (1) from the one before (0). */
function localPassage(passage: Passage, by: number, group: 0 | 1): Passage {
  const { row } = passage
  const moved = { ...shift(passage, by), group }
  return row === undefined ? moved : { ...moved, row: { ...row, cells: row.cells.map((cell) => shift(cell, by)) } }
}
