/** Markdown at random, for properties. */
import fc from 'fast-check'

/** Pieces of Markdown that begin, end, join and split blocks. */
const pieces = [
  'Die Hilfe betrug 40 Mrd. Euro [@dts, Abs. 3].',
  '„So steht es im Bericht der Kommission“, hieß es.',
  '# Titel',
  '## Zahlen',
  '- erstens 5 %',
  '  - darunter',
  '1. eins',
  '4. September 2025 war es so weit.',
  '+ 5 %',
  '> Zitat einer ganzen Zeile',
  '> - Liste im Zitat',
  '| Land | Wert |',
  '|---|---|',
  '| Kyjiw | 5 |',
  '```',
  '~~~ {.r}',
  '```{note}',
  '$$',
  ':::',
  '---',
  '===',
  '<!-- beleg-disable -->',
  '<!-- beleg-enable',
  '-->',
  '<div>',
  '</div>',
  '    eingerückt',
  '\ttab',
  '[a]: https://example.org',
  '[^1]: Eine Fußnote.',
  'Siehe [a] und [^1] und [b][A].',
  '*betont* und `Code` und ~~fort~~',
  '2*3*4 \\* &euro; 1.234\\,5',
  '😀',
  '\ufeff',
  ': Beschriftung',
  'title: x',
]
const breaks = ['\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', ' ', '']
/** A piece with what follows it. */
export const chunk = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...breaks)).map((parts) => parts.join(''))
/** A document that no author would write. */
export const markdown = fc.array(chunk, { maxLength: 30 }).map((chunks) => chunks.join(''))
