/** XML sources: news feeds (RSS, Atom), of which each entry is an article. */
import { decode } from '../decode'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import { describe } from '../frontmatter'
import type { SourceFile } from '../read'
import { addFragment } from './html'
import { readXml } from './xml'

export async function readFeed({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') throw new Unreadable(decoded.kind)
  const entries: Record<string, string>[] = []
  let entry: Record<string, string> | undefined
  let field: string | undefined
  let channel = ''
  let isChannelTitle = false
  await readXml(decoded.text, {
    open(name, attributes) {
      if (name === 'item' || name === 'entry') entries.push((entry = {}))
      else if (entry !== undefined && field === undefined) {
        field = name
        if (name === 'link' && attributes['href'] !== undefined) entry['link'] ??= attributes['href']
      } else if (entry === undefined && name === 'title' && channel === '') isChannelTitle = true
    },
    text(text) {
      if (entry !== undefined && field !== undefined) entry[field] = (entry[field] ?? '') + text
      else if (isChannelTitle) channel += text
    },
    close(name) {
      if (name === 'item' || name === 'entry') entry = undefined
      if (name === field) field = undefined
      isChannelTitle = false
    },
  })
  const articles: Extract[] = []
  for (const { encoded, content, description, summary, pubDate, guid: _, id: __, ...rest } of entries) {
    const builder = new TextBuilder()
    await addFragment(builder, encoded ?? content ?? description ?? summary ?? '')
    if (builder.isEmpty) continue
    const { metadata, language } = describe({ publisher: channel.trim(), date: pubDate ?? rest['published'] ?? rest['updated'], ...rest })
    articles.push({ ...builder.finish(), metadata, ...(language !== undefined && { language }), isPage: true })
  }
  if (articles.length === 0) throw new Unreadable('noText')
  return articles
}
