/** What *Add an Example* writes: two short sources and an analysis with one figure borne out, one contradicted and one from nowhere. */
import type { Locale } from '../../server/src/text/locale'

interface Example {
  readonly analysis: { readonly path: string; readonly text: string }
  readonly sources: Readonly<Record<string, string>>
}

export const settingsTemplate: Readonly<Record<Locale, string>> = {
  de: `# Was Beleg liest und prüft. Jede Zeile kann fehlen; dies sind die Vorgaben.
sources: ["sources/**"]
documents: ["**/*.md"]
# bibliography: literatur.bib
# rules: { figure-unsupported: hint }
`,
  en: `# What Beleg reads and checks. Every line is optional; these are the defaults.
sources: ["sources/**"]
documents: ["**/*.md"]
# bibliography: references.bib
# rules: { figure-unsupported: hint }
`,
}

export const examples: Readonly<Record<Locale, Example>> = {
  de: {
    analysis: {
      path: 'beispiel.md',
      text: `# Das Seefestival

Zum Seefestival in Lindau kamen 2025 insgesamt 48.000 Besucher [@seefestival-bilanz].
Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus [@seefestival-haushalt].
Im kommenden Jahr sollen 60 Konzerte stattfinden.
`,
    },
    sources: {
      'sources/seefestival-bilanz.txt': `---
id: seefestival-bilanz
title: Seefestival zieht Bilanz
publisher: Bodensee-Bote
date: 2025-09-02
lang: de
---

Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen 2025 insgesamt 48.000 Besucher, so viele wie nie zuvor. Das teilten die Veranstalter am Dienstag mit.
`,
      'sources/seefestival-haushalt.txt': `---
id: seefestival-haushalt
title: Was das Seefestival kostet
publisher: Bodensee-Bote
date: 2025-10-14
lang: de
---

Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht.
`,
    },
  },
  en: {
    analysis: {
      path: 'example.md',
      text: `---
lang: en
---

# The lakeside festival

The lakeside festival in Brackwater drew 48,000 visitors in 2025 [@festival-figures].
The city of Brackwater spent 1.9 million pounds on the festival [@festival-budget].
Next year there will be 60 concerts.
`,
    },
    sources: {
      'sources/festival-figures.txt': `---
id: festival-figures
title: Lakeside festival takes stock
publisher: Brackwater Courier
date: 2025-09-02
lang: en
---

Lakeside festival takes stock

The lakeside festival in Brackwater drew 48,000 visitors in 2025, more than ever before, the organisers said on Tuesday.
`,
      'sources/festival-budget.txt': `---
id: festival-budget
title: What the festival costs
publisher: Brackwater Courier
date: 2025-10-14
lang: en
---

What the festival costs

The city of Brackwater spent 1.4 million pounds on the festival, according to its budget report.
`,
    },
  },
}
