/** The reason of a verdict in one sentence, of the kind an editor would write on a proof. */
import type { Locale } from '../text/locale'
import type { Difference, Evidence, Judgement } from './verdict'

/** What there is to say of a difference: the words of the source and of the author, which may be the same. */
interface Said {
  readonly said: string
  readonly stated: string
  readonly evidence: Evidence
}

type Saying = Readonly<Record<Difference, (said: Said) => string>>

const german: Saying = {
  value: ({ said, stated }) => `Die Quelle nennt „${said}“, nicht „${stated}“.`,
  scale: ({ said, stated }) => `Die Quelle nennt „${said}“, nicht „${stated}“: Größenordnung verwechselt?`,
  unit: ({ said, stated }) => `Die Quelle nennt „${said}“, nicht „${stated}“: Einheit verwechselt?`,
  digits: ({ said, stated }) => `Die Quelle nennt „${said}“, nicht „${stated}“: Ziffern vertauscht?`,
  change: ({ said, evidence: { cue } }) =>
    cue === undefined
      ? `Mit „${said}“ meint die Quelle etwas anderes: „um“ und „auf“ verwechselt?`
      : cue === 'by'
        ? `In der Quelle ist „${said}“ eine Veränderung, kein Stand: „um“ und „auf“ verwechselt?`
        : `In der Quelle ist „${said}“ ein Stand, keine Veränderung: „um“ und „auf“ verwechselt?`,
  direction: ({ said, evidence: { direction } }) =>
    direction === undefined
      ? `Mit „${said}“ meint die Quelle die andere Richtung: Zunahme und Abnahme verwechselt?`
      : direction === 'rise'
        ? `In der Quelle ist „${said}“ eine Zunahme, keine Abnahme.`
        : `In der Quelle ist „${said}“ eine Abnahme, keine Zunahme.`,
  bound: ({ said, stated }) => `Die Quelle nennt „${said}“, nicht „${stated}“: Ober- und Untergrenze verwechselt?`,
  swap: ({ said, stated, evidence: { elsewhere } }) =>
    elsewhere === undefined
      ? `Die Quelle nennt hier „${said}“; „${stated}“ steht dort für etwas anderes.`
      : `Die Quelle nennt hier „${said}“; „${stated}“ steht dort für etwas anderes: „${elsewhere}“.`,
}

const english: Saying = {
  value: ({ said, stated }) => `The source gives “${said}”, not “${stated}”.`,
  scale: ({ said, stated }) => `The source gives “${said}”, not “${stated}”: wrong order of magnitude?`,
  unit: ({ said, stated }) => `The source gives “${said}”, not “${stated}”: wrong unit?`,
  digits: ({ said, stated }) => `The source gives “${said}”, not “${stated}”: digits swapped?`,
  change: ({ said, evidence: { cue } }) =>
    cue === undefined
      ? `By “${said}” the source means something else: “by” and “to” confused?`
      : cue === 'by'
        ? `In the source “${said}” is a change, not a level: “by” and “to” confused?`
        : `In the source “${said}” is a level, not a change: “by” and “to” confused?`,
  direction: ({ said, evidence: { direction } }) =>
    direction === undefined
      ? `By “${said}” the source means the other direction: rise and fall confused?`
      : direction === 'rise'
        ? `In the source “${said}” is a rise, not a fall.`
        : `In the source “${said}” is a fall, not a rise.`,
  bound: ({ said, stated }) => `The source gives “${said}”, not “${stated}”: upper and lower bound confused?`,
  swap: ({ said, stated, evidence: { elsewhere } }) =>
    elsewhere === undefined
      ? `The source gives “${said}” here; “${stated}” stands there for something else.`
      : `The source gives “${said}” here; “${stated}” stands there for something else: “${elsewhere}”.`,
}

const messages = {
  de: {
    supported: (said: string) => `Die Quelle nennt „${said}“.`,
    unsupported: 'Keine Quelle nennt diese Zahl.',
    unchecked: 'Diese Zahl wird nicht geprüft.',
    disputed: (said: string, stated: string) => `Die Quellen sind uneins: „${said}“ und „${stated}“.`,
    outdated: (said: string, stated: string) => `Eine neuere Quelle nennt „${said}“, nicht mehr „${stated}“.`,
    differences: german,
  },
  en: {
    supported: (said: string) => `The source gives “${said}”.`,
    unsupported: 'No source gives this figure.',
    unchecked: 'This figure is not checked.',
    disputed: (said: string, stated: string) => `The sources disagree: “${said}” and “${stated}”.`,
    outdated: (said: string, stated: string) => `A newer source gives “${said}”, no longer “${stated}”.`,
    differences: english,
  },
} satisfies Record<Locale, unknown>

export function explain(judgement: Judgement, locale: Locale): string {
  const say = messages[locale]
  const best = judgement.evidence[0]
  const stated = judgement.figure.text
  if (judgement.verdict === 'unchecked') return say.unchecked
  if (judgement.verdict === 'unsupported' || best === undefined) return say.unsupported
  if (judgement.verdict === 'supported') return say.supported(oneLine(best.figure.text))
  const against = judgement.evidence.find((evidence) => evidence.relation === 'contradicts') ?? best
  if (judgement.verdict === 'disputed') return say.disputed(oneLine(best.figure.text), oneLine(against.figure.text))
  if (judgement.verdict === 'outdated') return say.outdated(oneLine(against.figure.text), oneLine(stated))
  return explainDifference(against, stated, locale)
}

/** What a contradicting or doubtful piece of evidence says against the stated words. */
export function explainDifference(evidence: Evidence, stated: string, locale: Locale): string {
  return messages[locale].differences[evidence.difference ?? 'value']({
    said: oneLine(evidence.figure.text),
    stated: oneLine(stated),
    evidence,
  })
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
