/** Every rule, in the order in which they are listed. */
import { citationUnknown } from './citation-unknown'
import { figureContradicted } from './figure-contradicted'
import type { Rule } from './rule'

export const allRules: readonly Rule[] = [figureContradicted, citationUnknown]
