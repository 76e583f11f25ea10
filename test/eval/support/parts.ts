/** Groups of features, for what the judge loses without each of them. */
import { type JointFeature, jointFeatures, type PairFeature } from '../../../server/src/claim/features'

export const parts: Readonly<Record<string, readonly (PairFeature | JointFeature)[]>> = {
  'what siblings say': [
    ...jointFeatures,
    'statedElsewhere',
    'statedElsewhereOnly',
    'siblingsSentence',
    'siblingsAround',
    'siblingsDocument',
  ],
  'sentences around': ['before', 'beforeFound', 'heads', 'chain', 'chainBefore', 'chainMargin', 'chainNear', 'chainNearMargin'],
  'words beside the figure': [
    'near',
    'nearFound',
    'nearBest',
    'nearRival',
    'nearMargin',
    'after',
    'beside',
    'afterClaim',
    'besideClaim',
    'besideMargin',
  ],
  'words from the figure outwards': ['runBefore', 'runBehind', 'runBoth', 'verbatim'],
  'hedges on both sides': ['sameHedge', 'sameSoftHedge', 'bothBounded'],
  'what is counted': ['counted', 'countedConflict', 'countedNearFound'],
  'names and years': ['names', 'namesMissing', 'foreignNames', 'yearShared', 'yearConflict', 'periodShared', 'periodConflict'],
  'role and direction': ['roleConflict', 'sameRole', 'directionConflict', 'sameDirection', 'isFrom', 'isTo', 'byDiffers', 'ageDiffers'],
  slips: ['sameDigits', 'sameDigitsRare', 'swappedDigits', 'scaled', 'bound', 'patternSentence', 'patternNear'],
  'rank of the document': ['documentSentence', 'documentGroup', 'documentGroupMargin', 'rank', 'isFirst'],
  'heads of tables': ['rowHead', 'columnHead', 'rowHeadRival', 'columnChain', 'rowChain'],
}
