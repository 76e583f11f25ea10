/** Beleg's grammars inside a Markdown grammar, as VS Code composes them: injected, with a host that names scopes as VS Code's own Markdown does. */
import { readFileSync } from 'node:fs'
import oniguruma from 'vscode-oniguruma'
import textmate, { type IGrammar } from 'vscode-textmate'

const injected = ['markdown.beleg.citation', 'markdown.beleg.directive']

/** Just enough of a Markdown grammar: paragraphs, headings, table rows, comments, code, links and math, under the scopes of VS Code's. */
const standIn = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#comment' }, { include: '#fence' }, { include: '#heading' }, { include: '#row' }, { include: '#paragraph' }],
  repository: {
    comment: { begin: '<!--', end: '-->', name: 'comment.block.html' },
    fence: { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    heading: { match: '^#+ .*$', name: 'markup.heading.markdown', captures: { 0: { patterns: [{ include: '#inline' }] } } },
    row: { match: '^\\|.*$', name: 'markup.table.markdown', captures: { 0: { patterns: [{ include: '#inline' }] } } },
    paragraph: { begin: '^(?=\\S)', while: '^(?=\\S)', name: 'meta.paragraph.markdown', patterns: [{ include: '#inline' }] },
    inline: {
      patterns: [
        { include: '#comment' },
        { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
        { begin: '\\*(?=[^*]+\\*)', end: '\\*', name: 'markup.italic.markdown' },
        { match: '\\$[^$]+\\$', name: 'markup.math.inline.markdown' },
        { match: '\\[[^\\]]*\\]\\([^)]*\\)', name: 'meta.link.inline.markdown' },
        { match: '\\[[^\\]]*\\]\\[[^\\]]*\\]', name: 'meta.link.reference.markdown' },
        { match: '<[^>]+@[^>]+>', name: 'meta.link.email.lt-gt.markdown' },
      ],
    },
  },
}

/** Grammar files by scope: those given, Beleg's own, and the stand-in where none is given for Markdown. `more` are injected beside ours. */
export async function loadMarkdown(files: Readonly<Record<string, string>> = {}, more: readonly string[] = []): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'))
  const own = Object.fromEntries(injected.map((scope) => [scope, `syntaxes/${scope.slice('markdown.beleg.'.length)}.tmLanguage.json`]))
  const paths: Readonly<Record<string, string>> = { ...files, ...own }
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: oniguruma.createOnigScanner, createOnigString: oniguruma.createOnigString }),
    getInjections: (scope) => (scope === 'text.html.markdown' ? [...more, ...injected] : undefined),
    loadGrammar: async (scope) => {
      const path = paths[scope]
      if (path !== undefined) return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path)
      return scope === 'text.html.markdown' ? textmate.parseRawGrammar(JSON.stringify(standIn), 'stand-in.json') : null
    },
  })
  const grammar = await registry.loadGrammar('text.html.markdown')
  if (grammar === null) throw new Error('no Markdown grammar')
  return grammar
}

/** What Beleg's grammars colour in a text: each piece with the last part of its innermost scope, such as "key @a". */
export function coloured(grammar: IGrammar, text: string): readonly string[] {
  const pieces: string[] = []
  let state = textmate.INITIAL
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    for (const { startIndex, endIndex, scopes } of tokens) {
      const kind = kinds.find(([scope]) => scopes.at(-1) === scope)?.[1]
      if (kind !== undefined) pieces.push(`${kind} ${line.slice(startIndex, endIndex)}`)
    }
  }
  return pieces
}

const kinds = [
  ['variable.other.constant.citation.beleg', 'key'],
  ['punctuation.definition.citation.begin.beleg', 'begin'],
  ['punctuation.definition.citation.end.beleg', 'end'],
  ['keyword.control.directive.beleg', 'directive'],
  ['entity.name.tag.rule.beleg', 'rule'],
] as const
