/**
 * The document states two figures for the same measure that cannot both hold. Where the sources contradict one of the two already, that
 * finding says enough.
 */
import { inconsistenciesOf } from '../claim/consistency'
import type { Figure } from '../figure/figure'
import type { Locale } from '../text/locale'
import type { Rule } from './rule'

export const figureInconsistent: Rule = {
  name: 'figure-inconsistent',
  severity: 'warning',
  summary: {
    de: 'Das Dokument nennt für dieselbe Größe zwei Zahlen, die nicht zueinander passen.',
    en: 'The document itself gives two incompatible figures for the same measure.',
  },
  check: ({ document, judgements }, locale) => {
    const say = messages[locale]
    const { body } = document.prose
    const contradicted = new Set(judgements.filter(({ verdict }) => verdict === 'contradicted').map(({ figure }) => figure.start))
    const isOpen = ({ start }: Figure) => !contradicted.has(start)
    return inconsistenciesOf(
      body,
      judgements.map(({ figure }) => figure),
    )
      .filter(({ figure, earlier }) => isOpen(figure) && isOpen(earlier))
      .map(({ figure, earlier }) => ({
        rule: 'figure-inconsistent',
        severity: 'warning',
        span: document.prose.toDocument(figure),
        message: say.message(figure.text, earlier.text),
        evidence: [],
        related: [{ span: document.prose.toDocument(earlier), message: say.earlier(earlier.text) }],
        fixes: [],
      }))
  },
}

const messages = {
  de: {
    message: (figure: string, earlier: string) => `Weiter oben steht für dieselbe Größe „${earlier}“, hier „${figure}“.`,
    earlier: (figure: string) => `Hier steht „${figure}“.`,
  },
  en: {
    message: (figure: string, earlier: string) => `For the same measure it says “${earlier}” further up and “${figure}” here.`,
    earlier: (figure: string) => `It says “${figure}” here.`,
  },
} satisfies Record<Locale, unknown>
