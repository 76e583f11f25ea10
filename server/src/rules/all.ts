/** Every rule, in the order in which they are listed. */
import { actorMisspelt } from './actor-misspelt'
import { actorRole } from './actor-role'
import { citationMismatch } from './citation-mismatch'
import { citationMissing } from './citation-missing'
import { citationUnknown } from './citation-unknown'
import { directiveUnused } from './directive-unused'
import { figureContradicted } from './figure-contradicted'
import { figureDisputed } from './figure-disputed'
import { figureInconsistent } from './figure-inconsistent'
import { figureOutdated } from './figure-outdated'
import { figureUnsupported } from './figure-unsupported'
import { quoteAltered } from './quote-altered'
import type { Rule } from './rule'

export const allRules: readonly Rule[] = [
  figureContradicted,
  figureDisputed,
  figureOutdated,
  figureInconsistent,
  figureUnsupported,
  quoteAltered,
  citationUnknown,
  citationMismatch,
  citationMissing,
  actorMisspelt,
  actorRole,
  directiveUnused,
]
