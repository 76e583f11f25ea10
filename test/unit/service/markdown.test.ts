import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { escapeMarkdown, link, quotation } from '../../../server/src/service/markdown'

/**
 * The kinds of nodes that a Markdown reader with the usual extensions finds, and the text in them. This reader alone looks for bare addresses
 * once more in text that it has already unescaped; editors do not, so a link whose text is its own address counts as text here.
 */
function read(markdown: string): { kinds: string[]; text: string } {
  const kinds = new Set<string>()
  let text = ''
  const visit = (node: Nodes) => {
    const isAddress = node.type === 'link' && node.children[0]?.type === 'text' && node.url.endsWith(node.children[0].value)
    if (!isAddress) kinds.add(node.type)
    if (node.type === 'text') text += node.value
    if ('children' in node) node.children.forEach(visit)
  }
  visit(unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(markdown))
  return { kinds: [...kinds].sort(), text }
}

const hostile = [
  '[click](command:workbench.action.terminal.new)',
  '![x](https://example.org/track.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:x">y</a>',
  '`code` and ```fence',
  '# Heading',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '=== rule',
  '--- rule',
  '*** rule',
  '> quote',
  '**bold** _emphasis_ ~~gone~~',
  '| a | b |',
  'https://example.org and http://example.org',
  'www.example.org',
  'ftp://example.org',
  'a.b@example.org',
  'mailto:a@example.org',
  '&lt;b&gt; &#x3c;',
  'ends with a backslash \\',
  '\\[not a link](x)',
  '[ref]: https://example.org',
  '[^1]: note',
  '$x^2$ and $$y$$',
  '<!-- comment -->',
  '<https://example.org>',
  '- [ ] task',
]
for (const text of hostile)
  test(`stays text: ${text}`, () => {
    const { kinds, text: shown } = read(escapeMarkdown(text))
    assert.deepEqual(kinds, ['paragraph', 'root', 'text'])
    assert.equal(shown, text)
  })

test('whatever it holds, it stays text', () => {
  const character = fc.constantFrom(...'[]()<>!*_`~#+-=|\\&$^:@./ 1a"\'{}')
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 1, maxLength: 24 }), (text) => {
      const plain = text.replace(/\s+/g, ' ').trim()
      const { kinds, text: shown } = read(escapeMarkdown(text))
      assert.ok(
        kinds.every((kind) => ['root', 'paragraph', 'text'].includes(kind)),
        kinds.join(),
      )
      assert.equal(shown, plain)
    }),
    { numRuns: 3000 },
  )
})

test('addresses are cut where a reader would take them up', () => {
  assert.equal(escapeMarkdown('https://a.example www.b.example c@d.example'), 'https\\://a.example www\\.b.example c\\@d.example')
})

test('what reorders or hides text is dropped', () => {
  assert.equal(escapeMarkdown('10\u202e0\u200b1\u2066 Euro\u00ad'), '1001 Euro')
})

test('a quotation has its figure in bold, and nothing else', () => {
  assert.equal(quotation('Rund ', '40 Mrd. Euro', ' kostet *das*.'), '> Rund **40 Mrd. Euro** kostet \\*das\\*.')
  const { kinds } = read(quotation('Er sagte: ', '**5**', '](command:x)'))
  assert.deepEqual(kinds, ['blockquote', 'paragraph', 'root', 'strong', 'text'])
})

test('a link goes where we say, whatever its text says', () => {
  assert.equal(link('a](command:x)', 'file:///a b>.txt#L3'), '[a\\]\\(command\\:x)](<file:///a%20b%3E.txt#L3>)')
  assert.equal(link('ohne Ziel', undefined), 'ohne Ziel')
})
