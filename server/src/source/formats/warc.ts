/** Web archives: each page in them is a source of its own. */
import { WARCParser } from 'warcio'
import { isoDate } from '../date'
import { decode } from '../decode'
import { type Extract, Unreadable } from '../extract'
import type { SourceFile } from '../read'
import { extractPage } from './html'

const largestPage = 16 << 20
const mostPages = 10_000

export async function readWarc({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const pages: Extract[] = []
  try {
    for await (const record of new WARCParser(chunks(bytes))) {
      if (record.warcType !== 'response' && record.warcType !== 'resource') continue
      const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? ''
      const status = Number(record.getResponseInfo()?.status ?? 200)
      if (!/html/i.test(type) || status >= 300 || record.warcContentLength > largestPage) continue
      const decoded = decode(await record.readFully(true), /charset=["']?([\w-]+)/i.exec(type)?.[1])
      if (decoded.kind !== 'text') continue
      const page = await extractPage(decoded.text)
      if (page.blocks.length === 0) continue
      const saved = isoDate(record.warcDate ?? '')
      const { url = record.warcTargetURI ?? undefined, published = saved } = page.metadata
      pages.push({
        ...page,
        metadata: { ...page.metadata, ...(url !== undefined && { url }), ...(published !== undefined && { published }) },
      })
      if (pages.length >= mostPages) break
    }
  } catch (cause) {
    // What was read before the damage is kept.
    if (pages.length === 0) throw cause instanceof Unreadable ? cause : new Unreadable('damaged')
  }
  return pages
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 1 << 16
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
