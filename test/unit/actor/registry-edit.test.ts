/** What the commands do to actors.yaml, line by line: "-" goes, "+" comes, and nothing else changes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRegistry } from '../../../server/src/actor/registry'
import { type RegistryChange, registryEdits, withEdits } from '../../../server/src/actor/registry-edit'

const block = `# who is who

actors:
  - name: Emil Huber   # the mayor
    type: person
    aliases: [Huber, E. Huber]

  # the bank
  - name: Seebank
    aliases:
      - 'Bank am See'   # old
    roles: []
  - name: Hafen AG
block: [Anzeiger]
# the end
`
const inline = `actors: [{name: Seebank, type: organisation}, {name: "Hafen"}]\n`

const rows: readonly (readonly [what: string, text: string, change: RegistryChange, ...lines: string[]])[] = [
  [
    'an alias in brackets',
    block,
    { kind: 'merge', name: 'Emil Huber', other: 'Bürgermeister Huber' },
    '-    aliases: [Huber, E. Huber]',
    '+    aliases: [Huber, E. Huber, Bürgermeister Huber]',
  ],
  ['an alias on a line', block, { kind: 'merge', name: 'Seebank', other: 'See: Bank' }, '+      - "See: Bank"'],
  ['a first alias', block, { kind: 'merge', name: 'Hafen AG', other: 'Hafen' }, '+    aliases: [Hafen]'],
  [
    'two entries become one',
    block,
    { kind: 'merge', name: 'Hafen AG', other: 'Seebank' },
    '-  - name: Seebank',
    '-    aliases:',
    "-      - 'Bank am See'   # old",
    '-    roles: []',
    '+    aliases: [Seebank, Bank am See]',
  ],
  [
    'an entry takes the name of another',
    block,
    { kind: 'merge', name: 'Seebank Gruppe', other: 'Seebank' },
    '-  - name: Seebank',
    '+  - name: Seebank Gruppe',
    '+      - Seebank',
  ],
  [
    'two that are not listed',
    block,
    { kind: 'merge', name: 'A B', other: 'C', type: 'person' },
    '+  - name: A B',
    '+    type: person',
    '+    aliases: [C]',
  ],
  ['a known alias', block, { kind: 'merge', name: 'Emil Huber', other: 'Huber' }],
  [
    'a new name',
    block,
    { kind: 'rename', name: 'Hafen AG', to: 'Hafen SE' },
    '-  - name: Hafen AG',
    '+  - name: Hafen SE',
    '+    aliases: [Hafen AG]',
  ],
  [
    'a new name for one that is not listed',
    block,
    { kind: 'rename', name: 'A', to: 'B', type: 'place' },
    '+  - name: B',
    '+    type: place',
    '+    aliases: [A]',
  ],
  [
    'no actor',
    block,
    { kind: 'block', name: 'Emil Huber' },
    '-  - name: Emil Huber   # the mayor',
    '-    type: person',
    '-    aliases: [Huber, E. Huber]',
    '-block: [Anzeiger]',
    '+block: [Anzeiger, Emil Huber]',
  ],
  ['no actor already', block, { kind: 'block', name: 'Anzeiger' }],
  ['an empty file', '', { kind: 'block', name: 'Anzeiger' }, '+block:', '+  - Anzeiger'],
  [
    'a file without a list',
    '# mine\nblock: [X]\n',
    { kind: 'rename', name: 'A', to: 'B' },
    '+actors:',
    '+  - name: B',
    '+    aliases: [A]',
  ],
  ['an empty list', 'actors: []\n', { kind: 'rename', name: 'A', to: 'B' }, '-actors: []', '+actors:', '+  - name: B', '+    aliases: [A]'],
  ['a list with nothing in it', 'actors:\nblock:\n  - X\n', { kind: 'block', name: 'Y' }, '+  - Y'],
  [
    'maps in brackets',
    inline,
    { kind: 'merge', name: 'Seebank', other: 'Hafen' },
    `-${inline.trim()}`,
    '+actors: [{name: Seebank, aliases: [Hafen], type: organisation}]',
  ],
  [
    'one more in brackets',
    inline,
    { kind: 'rename', name: 'A', to: 'No' },
    `-${inline.trim()}`,
    '+actors: [{name: Seebank, type: organisation}, {name: "Hafen"}, { name: "No", aliases: [A] }]',
  ],
]
for (const [what, text, change, ...lines] of rows) {
  for (const ending of ['\n', '\r\n']) {
    test(`${what}${ending === '\n' ? '' : ', with CRLF'}`, () => {
      const before = text.replaceAll('\n', ending)
      const edits = registryEdits(before, change)
      assert.ok(edits)
      const after = withEdits(before, edits)
      const [old, now] = [before, after].map((side) => side.split(/\r?\n/))
      assert.deepEqual([...missing(old ?? [], now ?? [], '-'), ...missing(now ?? [], old ?? [], '+')], lines)
      assert.deepEqual(parseRegistry(after).mistakes, [])
      assert.deepEqual(registryEdits(after, change), [], 'once is enough')
    })
  }
}

test('a file that is no YAML stays as it is', () => {
  assert.equal(registryEdits('actors: [', { kind: 'block', name: 'A' }), undefined)
  assert.equal(registryEdits('- A\n', { kind: 'block', name: 'A' }), undefined)
  assert.equal(registryEdits('actors: A\n', { kind: 'block', name: 'A' }), undefined)
})

/** Lines of `these` that `others` lacks, each as often as it stands there. */
function missing(these: readonly string[], others: readonly string[], mark: string): string[] {
  const left = [...others]
  return these.flatMap((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at >= 0 || line === '' ? [] : [mark + line]
  })
}
