/** The parts of a text by which it is found and judged: a long text answers by its best part. */
import type { Body, Passage } from '../text/body'

/** Characters of a section. */
const sectionLength = 4000

/** The passages of a body in runs of some thousand characters; an article is mostly one. */
export function sectionsOf({ passages }: Body): Passage[][] {
  const sections: Passage[][] = []
  let own: Passage[] = []
  let length = 0
  for (const passage of passages) {
    if (length > 0 && length + passage.end - passage.start > sectionLength) {
      sections.push(own)
      own = []
      length = 0
    }
    own.push(passage)
    length += passage.end - passage.start
  }
  if (length > 0) sections.push(own)
  return sections
}
