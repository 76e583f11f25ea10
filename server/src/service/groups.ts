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
  readonly body: Body
  readonly citations: readonly CitedSource[]
}

/** `citations` in text order; one that stands between two groups belongs to the second. */
export function textGroupsOf(body: Body, citations: readonly CitedSource[]): TextGroup[] {
  const groups: TextGroup[] = []
  let cited = 0
  for (let first = 0; first < body.passages.length; ) {
    const number = body.passages[first]?.group
    let next = first + 1
    while (next < body.passages.length && body.passages[next]?.group === number) next++
    const passages = body.passages.slice(first, next)
    const start = passages[0]?.start ?? 0
    const end = passages.at(-1)?.end ?? start
    const own: CitedSource[] = []
    for (let citation = citations[cited]; citation !== undefined && citation.start <= end; citation = citations[++cited]) {
      own.push(shift(citation, -start))
    }
    const local = {
      text: body.text.slice(start, end),
      language: body.language,
      passages: passages.map((passage) => localPassage(passage, start)),
    }
    groups.push({ start, body: local, citations: own })
    first = next
  }
  return groups
}

/** Group numbers count up through a document; within one group they would only say where in the document it stands. */
function localPassage(passage: Passage, start: number): Passage {
  const { row } = passage
  const moved = { ...shift(passage, -start), group: 0 }
  return row === undefined ? moved : { ...moved, row: { ...row, cells: row.cells.map((cell) => shift(cell, -start)) } }
}
