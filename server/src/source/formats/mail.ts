/** Mails, and web pages that browsers save as mail (MHTML). */
import PostalMime from 'postal-mime'
import { isoDate } from '../date'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import { blocksOfText } from '../lines'
import type { SourceFile } from '../read'
import { extractPage } from './html'

export async function readMail({ path, bytes }: SourceFile): Promise<readonly Extract[]> {
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 })
  } catch {
    throw new Unreadable('damaged')
  }
  const location = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value
  const isSnapshot = /\.mht(?:ml)?$/i.test(path) || location !== undefined
  const published = mail.date === undefined ? undefined : isoDate(mail.date)
  if (isSnapshot && mail.html !== undefined) {
    const page = await extractPage(mail.html)
    const { title, url } = page.metadata
    return [
      {
        ...page,
        metadata: {
          ...page.metadata,
          ...(title === undefined && mail.subject !== undefined && { title: mail.subject }),
          ...(url === undefined && location !== undefined && { url: location }),
        },
      },
    ]
  }
  const sender = mail.from?.name || mail.from?.address
  const metadata = {
    authors: sender === undefined ? [] : [sender],
    ...(mail.subject !== undefined && { title: mail.subject }),
    ...(published !== undefined && { published }),
  }
  if (mail.text !== undefined && mail.text.trim() !== '') {
    const text = withoutSignature(mail.text)
    return [{ text, blocks: blocksOfText(text), metadata, isPage: false }]
  }
  if (mail.html !== undefined) return [{ ...(await extractPage(mail.html)), metadata, isPage: false }]
  return [{ ...new TextBuilder().finish(), metadata, isPage: false }]
}

/** A signature is no evidence; quoted mails stay, they may be all there is. */
function withoutSignature(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n-- \n[\s\S]{0,2000}$/, '\n')
}
