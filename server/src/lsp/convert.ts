/** Answers in Beleg's own plain types, as the protocol wants them. Nothing here decides anything. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import type { Edit, Finding, Severity } from '../rules/rule'
import { type Place, pageOf } from '../service/checked'
import { excerptOf } from '../service/excerpt'
import type { Source } from '../source/source'
import type { Span } from '../text/span'
import type { Folder } from './folder'
import { Positions } from './positions'
import { sourceScheme } from './protocol'
import type { Session } from './session'

/** Where the pages of the rules lie: they come with the bundle, whether this module is in it or in a chunk beside it. */
const rulePages = ['../docs/rules/', '../../docs/rules/', '../../../docs/rules/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(folder))

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** What a diagnostic carries for those who want to act on it. */
export interface DiagnosticData {
  readonly rule: string
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly edits: readonly TextEdit[] }[]
}

export function diagnosticOf(finding: Finding, uri: string, positions: Positions, folder: Folder, session: Session): Diagnostic {
  const data: DiagnosticData = {
    rule: finding.rule,
    fixes: finding.fixes.map(({ title, preferred, edits }) => ({ title, preferred, edits: textEditsOf(edits, positions) })),
  }
  return {
    range: positions.rangeOf(finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rulePages !== undefined && { codeDescription: { href: new URL(`${finding.rule}.md`, rulePages).href } }),
    source: 'beleg',
    message: finding.message,
    relatedInformation: [...relatedOf(finding, folder, session), ...elsewhereOf(finding, uri, positions)],
    data,
  }
}

/** By the evidence and passages of a finding, which stay the same objects while the author types. */
const known = new WeakMap<object, readonly DiagnosticRelatedInformation[]>()

function remembered(of: object, make: () => readonly DiagnosticRelatedInformation[]): readonly DiagnosticRelatedInformation[] {
  const found = known.get(of) ?? make()
  known.set(of, found)
  return found
}

function relatedOf({ evidence, passages = [] }: Finding, folder: Folder, session: Session): readonly DiagnosticRelatedInformation[] {
  const quoted = remembered(evidence, () =>
    evidence.slice(0, 5).map((item) => {
      const { before, focus, after } = excerptOf(item, 160)
      return {
        location: locationOf({ source: item.source, span: item.figure }, folder, session),
        message: `${labelOf(item.source)}: ${before}${focus}${after}`,
      }
    }),
  )
  const other = remembered(passages, () =>
    passages.slice(0, 5).map(({ source, start, end }) => ({
      location: locationOf({ source, span: { start, end } }, folder, session),
      message: `${labelOf(source)}: ${source.body.text.slice(start, end).replace(/\s+/g, ' ')}`,
    })),
  )
  return [...quoted, ...other]
}

/** Other places of the document itself. */
function elsewhereOf({ related = [] }: Finding, uri: string, positions: Positions): DiagnosticRelatedInformation[] {
  return related.map(({ span, message }) => ({ location: { uri, range: positions.rangeOf(span) }, message }))
}

function labelOf({ metadata, key }: Source): string {
  return [metadata.publisher, metadata.title ?? key].filter((part) => part !== undefined).join(', ')
}

export function textEditsOf(edits: readonly Edit[], positions: Positions): TextEdit[] {
  return edits.map((edit) => ({ range: positions.rangeOf(edit), newText: edit.newText }))
}

/** Files whose text is the source's text, so that offsets hold in an editor. */
const plainText = /\.(?:txt|text|md|markdown)$/i

export function locationOf({ source, span }: Place, folder: Folder, session: Session): Location {
  return { uri: sourceUri(source, folder, session), range: rangeIn(source, span, session) }
}

/** The file itself where it is text; else the extracted text, if the client can show such; else the file as a whole. */
export function sourceUri(source: Source, folder: Folder, session: Session): string {
  const file = URI.file(join(folder.path, source.path))
  if (plainText.test(source.path) || !session.can.textContent) return file.toString()
  return URI.from({ scheme: sourceScheme, path: `${file.path}.txt`, query: source.key }).toString()
}

/** The file behind the address of an extracted text. */
export function fileBehind(uri: string): string {
  const { scheme, path } = URI.parse(uri)
  return scheme === sourceScheme ? URI.file(path.replace(/\.txt$/, '')).toString() : uri
}

export function rangeIn(source: Source, span: Span, session: Session): Range {
  if (!plainText.test(source.path) && !session.can.textContent) return nowhere
  return new Positions(source.body.text, session.encoding).rangeOf(span)
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/**
 * The address of a place for a link: the file, which editors open at the line and readers of PDF at the page. Never an extracted text, because
 * hovers follow no addresses of our own.
 */
export function linkTo(place: Place, folder: Folder, session: Session): string {
  const { source, span } = place
  const file = URI.file(join(folder.path, source.path)).toString()
  if (plainText.test(source.path)) return `${file}#L${rangeIn(source, span, session).start.line + 1}`
  const page = pageOf(place)
  return page === undefined ? file : `${file}#page=${page}`
}
