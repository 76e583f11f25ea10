/**
 * The evidence report as a panel shows it: the page of the server under a stricter policy, in the light or dark of the workbench, and with a
 * few lines that hand its links to the editor. Knows nothing of VS Code's API.
 */
import { createHash } from 'node:crypto'

export interface Look {
  /** Fresh for each showing. */
  readonly nonce: string
  readonly dark: boolean
}

/**
 * What a source or a document says is text in that page. Even if markup slipped through, nothing of it could run: only the page's own script
 * does, which stands last, by its hash, and the one below, by its nonce.
 */
export function asPanel(page: string, { nonce, dark }: Look): string {
  const own = page.slice(page.lastIndexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'))
  const hash = createHash('sha256').update(own).digest('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}' 'nonce-${nonce}'`
  return page
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (_all, before: string) => before + policy)
    .replace('color-scheme: light dark', dark ? 'color-scheme: dark' : 'color-scheme: light')
    .replace('@media screen and (prefers-color-scheme: dark)', dark ? '@media screen' : '@media not all')
    .replace('</body>', () => `<script nonce="${nonce}">${linkScript}</script></body>`)
}

const linkScript = `(() => {
  const editor = acquireVsCodeApi()
  document.addEventListener('click', (event) => {
    const href = event.target.closest?.('a[href]')?.getAttribute('href') ?? '#'
    if (href.startsWith('#') || /^https?:/.test(href)) return
    event.preventDefault()
    editor.postMessage({ open: href })
  })
})()`
