import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode } from '../../../server/src/source/decode'

const text = 'Größe: 8,3 Millionen Tonnen – „mehr als je zuvor“, heißt es im Süden.\n'
const latin = 'Größe: 8,3 Millionen Tonnen, mehr als je zuvor im Süden.\n'

const utf16 = (value: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(value.length * 2))
  for (let at = 0; at < value.length; at++) view.setUint16(at * 2, value.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}
const bytes = (...values: number[]) => Uint8Array.from(values)
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const encodings: readonly (readonly [string, Uint8Array, string])[] = [
  ['UTF-8', new TextEncoder().encode(text), text],
  ['UTF-8 with a byte order mark', joined(bytes(0xef, 0xbb, 0xbf), new TextEncoder().encode(text)), text],
  ['UTF-16 little endian with a mark', joined(bytes(0xff, 0xfe), utf16(text, true)), text],
  ['UTF-16 big endian with a mark', joined(bytes(0xfe, 0xff), utf16(text, false)), text],
  ['UTF-16 little endian without a mark', utf16(text, true), text],
  ['UTF-16 big endian without a mark', utf16(text, false), text],
  ['Windows-1252', Buffer.from(latin, 'latin1'), latin],
  [
    'Windows-1252 with typographic signs',
    joined(bytes(0x84), Buffer.from('gut', 'latin1'), bytes(0x93, 0x20, 0x96, 0x20, 0x80)),
    '„gut“ – €',
  ],
  ['a charset that the file names', Buffer.from('<meta charset="iso-8859-15"> 5 \xa4', 'latin1'), '<meta charset="iso-8859-15"> 5 €'],
]
for (const [name, content, expected] of encodings) {
  test(name, () => {
    const decoded = decode(content)
    assert.ok(decoded.kind === 'text')
    assert.equal(decoded.text, expected)
  })
}

test('UTF-8 with a few broken bytes keeps its umlauts', () => {
  const broken = joined(new TextEncoder().encode(text.repeat(5)), bytes(0xff), new TextEncoder().encode(text))
  const decoded = decode(broken)
  assert.ok(decoded.kind === 'text' && decoded.isLossy)
  assert.equal(decoded.text, `${text.repeat(5)}\ufffd${text}`)
})

const binaries: readonly (readonly [string, Uint8Array])[] = [
  ['a picture', joined(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), new Uint8Array(200).fill(7))],
  ['zeros', new Uint8Array(5000)],
  ['control characters', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 31)],
]
for (const [name, content] of binaries) test(`binary: ${name}`, () => assert.equal(decode(content).kind, 'binary'))
