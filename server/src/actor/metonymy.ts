/**
 * Capitals and seats of government that stand for a state: "Kiew fordert", "der Kreml teilte mit", "Washington warned". A seat stands for its
 * state where it does what only a government does; "in Kiew" stays a place. Seats that are nothing else (Kreml, Weißes Haus) always do.
 */
import type { Language } from '../language/language'
import type { Mention } from './actor'
import { knownNations, type Nation } from './known'

const bySeat = new Map<string, Nation>()
for (const nation of knownNations) for (const seat of nation.seats) bySeat.set(seat, nation)

const always =
  /^(Kreml|Kremls|Kremlin|Bundeskanzleramt|Kanzleramt|Weiße[ns]? Haus(es)?|White House|Pentagon|Downing Street|Élysée|Elysee|Whitehall)$/

const acting: Readonly<Record<Language, RegExp>> = {
  de: /^\s+(hat|will|wirft|warf|fordert|forderte|droht|drohte|warnt|warnte|meldet|meldete|reagiert|reagierte|kündigt|kündigte|bestätigt|bestätigte|dementiert|dementierte|setzt|lehnt|lehnte|weist|wies|plant|plante|verlangt|verlangte|erklärt|erklärte|beschuldigt|beschuldigte|unterstützt|unterstützte|liefert|lieferte|stimmt|stimmte|und\s+\p{Lu}\p{L}+\s+(haben|wollen|werfen|fordern|einigen|verhandeln|streiten))(?![\p{L}])/u,
  en: /^\s+(has|says|said|wants|warned|warns|accuses|accused|demands|demanded|denies|denied|rejects|rejected|announced|announces|plans|planned|supports|supported|agreed|agrees)\b/,
}

const placing = /(?:^|[^\p{L}])(in|nach|aus|bei|von|um|near|from|to|at|of)\s+$/iu

/** The state that a place mention means, or undefined where it is just a place. */
export function stateMeant(text: string, mention: Mention, language: Language): string | undefined {
  const nation = bySeat.get(mention.text) ?? bySeat.get(mention.text.replace(/s$/, ''))
  if (nation === undefined) return undefined
  if (always.test(mention.text)) return nation[language]
  if (placing.test(text.slice(Math.max(0, mention.start - 8), mention.start))) return undefined
  return acting[language].test(text.slice(mention.end, mention.end + 60)) ? nation[language] : undefined
}
