/**
 * The page as the panel shows it: under its own policy, widened by a nonce for our one script, in the light or dark of the workbench. What a
 * source or a document says is text in that page; even if markup slipped through, nothing of it could run or be loaded.
 */
export function asPanel(html: string, nonce: string): string {
  return html
    .replace(/(<meta http-equiv="Content-Security-Policy" content="[^"]*)"/, `$1; script-src 'nonce-${nonce}'"`)
    .replace('</head>', `<style>${panelStyle}</style></head>`)
    .replace('</body>', `<script nonce="${nonce}">${linkScript}</script></body>`)
}

/** The workbench's theme decides, not the system's. */
const panelStyle = `
body{font-family:var(--vscode-font-family)}
body.vscode-light,body.vscode-high-contrast-light{--good:#2e7d32;--bad:#c62828;--open:#8a6d00;--none:#5f6672}
body.vscode-dark,body.vscode-high-contrast:not(.vscode-high-contrast-light){--good:#66bb6a;--bad:#ef5350;--open:#e0b84c;--none:#9ca3af}
`

const linkScript = `(() => {
  const editor = acquireVsCodeApi()
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]')
    const href = link?.getAttribute('href') ?? ''
    if (link === null || href.startsWith('#') || /^https?:/.test(href)) return
    event.preventDefault()
    editor.postMessage({ open: href })
  })
})()`
