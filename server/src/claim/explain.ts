/** The reason of a verdict in one sentence, of the kind an editor would write on a proof. */
import type { Locale } from '../text/locale'
import type { Evidence, Judgement } from './verdict'

const messages = {
  de: {
    supported: (said: string) => `Die Quelle nennt „${said}“.`,
    unsupported: 'Keine Quelle nennt diese Zahl.',
    unchecked: 'Diese Zahl wird nicht geprüft.',
    disputed: (said: string, stated: string) => `Die Quellen sind uneins: „${said}“ und „${stated}“.`,
    outdated: (said: string, stated: string) => `Eine neuere Quelle nennt „${said}“, nicht mehr „${stated}“.`,
    value: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“.`,
    scale: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“: Größenordnung verwechselt?`,
    unit: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“: Einheit verwechselt?`,
    digits: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“: Ziffern vertauscht?`,
    change: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“: „um“ und „auf“ verwechselt?`,
    direction: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“: Zunahme und Abnahme verwechselt?`,
    bound: (said: string, stated: string) => `Die Quelle nennt „${said}“, nicht „${stated}“: Grenze in die falsche Richtung?`,
    swap: (said: string, stated: string) => `Die Quelle nennt hier „${said}“; „${stated}“ gehört zu etwas anderem.`,
  },
  en: {
    supported: (said: string) => `The source gives “${said}”.`,
    unsupported: 'No source gives this figure.',
    unchecked: 'This figure is not checked.',
    disputed: (said: string, stated: string) => `The sources disagree: “${said}” and “${stated}”.`,
    outdated: (said: string, stated: string) => `A newer source gives “${said}”, no longer “${stated}”.`,
    value: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”.`,
    scale: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”: wrong scale?`,
    unit: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”: wrong unit?`,
    digits: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”: digits swapped?`,
    change: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”: “by” and “to” confused?`,
    direction: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”: rise and fall confused?`,
    bound: (said: string, stated: string) => `The source gives “${said}”, not “${stated}”: bound the wrong way round?`,
    swap: (said: string, stated: string) => `The source gives “${said}” here; “${stated}” belongs to something else.`,
  },
} satisfies Record<Locale, unknown>

export function explain(judgement: Judgement, locale: Locale): string {
  const say = messages[locale]
  const best = judgement.evidence[0]
  const stated = judgement.figure.text
  if (judgement.verdict === 'unchecked') return say.unchecked
  if (judgement.verdict === 'unsupported' || best === undefined) return say.unsupported
  if (judgement.verdict === 'supported') return say.supported(best.figure.text)
  const against = judgement.evidence.find((evidence) => evidence.relation === 'contradicts') ?? best
  if (judgement.verdict === 'disputed') return say.disputed(best.figure.text, against.figure.text)
  if (judgement.verdict === 'outdated') return say.outdated(against.figure.text, stated)
  return explainDifference(against, stated, locale)
}

/** What a contradicting or doubtful piece of evidence says against the stated words. */
export function explainDifference(evidence: Evidence, stated: string, locale: Locale): string {
  return messages[locale][evidence.difference ?? 'value'](evidence.figure.text, stated)
}
