/** XML as events, for formats that are XML inside. Entities of a document's own are refused: they are how XML bombs work. */
import { SaxesParser } from 'saxes'
import { Unreadable } from '../extract'

export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/** Names come without their prefix: "text:p" is "p"; attributes too. */
export async function readXml(xml: string, events: XmlEvents): Promise<void> {
  if (/<!ENTITY/i.test(xml.slice(0, 100_000))) throw new Unreadable('damaged')
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    events.open(local(name), Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])))
  })
  parser.on('text', (text) => events.text(text))
  parser.on('cdata', (text) => events.text(text))
  parser.on('closetag', ({ name }) => events.close(local(name)))
  parser.on('error', () => {
    throw new Unreadable('damaged')
  })
  parser.write(xml).close()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
