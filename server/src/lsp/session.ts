/** What was agreed with the client when the session began, and the line to it. */

import type { Connection } from 'vscode-languageserver/node'
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol'
import { type Locale, localeOf, localeOfEnvironment } from '../text/locale'
import { type Encoding, negotiate } from './positions'
import type { EditorSettings } from './protocol'

export interface Session {
  readonly connection: Connection
  readonly locale: Locale
  readonly encoding: Encoding
  readonly can: Capabilities
  /** Runs `work` and logs what it throws, so that one failure costs one answer. */
  fenced<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer | undefined>
}

/** What the client can do, as far as it changes what the server does. */
export interface Capabilities {
  readonly pullDiagnostics: boolean
  readonly refreshDiagnostics: boolean
  readonly markdown: boolean
  readonly watchFiles: boolean
  readonly watchRelative: boolean
  readonly configuration: boolean
  readonly watchConfiguration: boolean
  readonly folders: boolean
  readonly progress: boolean
  readonly showDocument: boolean
  readonly textContent: boolean
  readonly linkDefinitions: boolean
  readonly snippetEdits: boolean
  readonly labelDetails: boolean
  readonly documentChanges: boolean
  readonly applyEdits: boolean
  readonly refreshLenses: boolean
  readonly refreshHints: boolean
  readonly refreshTokens: boolean
}

export function openSession(connection: Connection, params: InitializeParams): Session {
  const options: unknown = params.initializationOptions
  const asked = typeof options === 'object' && options !== null && 'locale' in options ? options.locale : undefined
  const tag = typeof asked === 'string' ? asked : params.locale
  return {
    connection,
    locale: tag === undefined ? localeOfEnvironment(process.env) : localeOf(tag),
    encoding: negotiate(params.capabilities.general?.positionEncodings),
    can: capabilitiesOf(params.capabilities),
    async fenced(what, work) {
      try {
        return await work()
      } catch (cause) {
        connection.console.error(`${what}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
        return undefined
      }
    },
  }
}

function capabilitiesOf({ workspace, textDocument, window }: ClientCapabilities): Capabilities {
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchRelative: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    showDocument: window?.showDocument?.support === true,
    textContent: workspace?.textDocumentContent !== undefined,
    linkDefinitions: textDocument?.definition?.linkSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    applyEdits: workspace?.applyEdit === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
  }
}

export const defaultEditorSettings: EditorSettings = {
  enable: true,
  run: 'onType',
  diagnostics: true,
  hover: true,
  completeFigures: true,
  citeCompletedFigures: false,
  completeActors: true,
  completeCitations: true,
  quickFixes: true,
  links: true,
  highlights: true,
  codeLens: false,
  inlayHints: false,
  semanticHighlighting: false,
}

/** Settings of unknown origin; what is missing or of another type has its default. */
export function editorSettingsOf(value: unknown): EditorSettings {
  const given = typeof value === 'object' && value !== null ? value : {}
  const flag = (name: Exclude<keyof EditorSettings, 'run'>) => {
    const found: unknown = Reflect.get(given, name)
    return typeof found === 'boolean' ? found : defaultEditorSettings[name]
  }
  return {
    enable: flag('enable'),
    run: Reflect.get(given, 'run') === 'onSave' ? 'onSave' : 'onType',
    diagnostics: flag('diagnostics'),
    hover: flag('hover'),
    completeFigures: flag('completeFigures'),
    citeCompletedFigures: flag('citeCompletedFigures'),
    completeActors: flag('completeActors'),
    completeCitations: flag('completeCitations'),
    quickFixes: flag('quickFixes'),
    links: flag('links'),
    highlights: flag('highlights'),
    codeLens: flag('codeLens'),
    inlayHints: flag('inlayHints'),
    semanticHighlighting: flag('semanticHighlighting'),
  }
}
