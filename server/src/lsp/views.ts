/** What Beleg's own client shows beside the text: sources, actors, figures, the check of all documents, the report. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CancellationToken } from 'vscode-languageserver-protocol'
import { URI } from 'vscode-uri'
import { explain } from '../claim/explain'
import type { Evidence, Verdict } from '../claim/verdict'
import { checkDocument } from '../service/check'
import { type CheckedDocument, evidenceOf, placeOf } from '../service/checked'
import { findActors } from '../service/companions'
import { excerptOf } from '../service/excerpt'
import { reportOf } from '../service/report'
import { relativeAddress } from '../service/report/sources'
import type { SkipReason, Source } from '../source/source'
import type { Locale } from '../text/locale'
import { breather } from './breathe'
import { locationOf, sourceUri } from './convert'
import type { Diagnostics } from './diagnostics'
import type { Documents } from './documents'
import type { Folder } from './folder'
import type { Folders } from './folders'
import type {
  ActorItem,
  CheckAllAnswer,
  CheckAllParams,
  EvidenceItem,
  FiguresAnswer,
  FolderParams,
  ReportParams,
  SkippedItem,
  SourceItem,
  SourcesAnswer,
} from './protocol'
import type { Session } from './session'

/** How many a view lists; beyond that nobody reads. */
const mostActors = 500
const pageSize = 1000

export class Views {
  readonly #session: Session
  readonly #folders: Folders
  readonly #documents: Documents
  readonly #diagnostics: Diagnostics
  readonly #evidence = new WeakMap<Evidence, EvidenceItem>()

  constructor(session: Session, folders: Folders, documents: Documents, diagnostics: Diagnostics) {
    this.#session = session
    this.#folders = folders
    this.#documents = documents
    this.#diagnostics = diagnostics
  }

  async sources(params: FolderParams): Promise<SourcesAnswer> {
    const sources: SourceItem[] = []
    const skipped: SkippedItem[] = []
    for (const folder of this.#meant(params)) {
      const { index } = folder.workspace
      for (let after: string | undefined; ; ) {
        const page = await index.list(after === undefined ? { limit: pageSize } : { after, limit: pageSize })
        for (const { key, path, metadata, witness } of page) {
          sources.push({ key, path, uri: uriIn(folder, path), witness, ...withoutUpdated(metadata) })
        }
        after = page.at(-1)?.key
        if (page.length < pageSize) break
      }
      for (const { path, outcome } of await index.files()) {
        if (outcome.kind === 'skipped')
          skipped.push({
            path,
            uri: uriIn(folder, path),
            reason: outcome.reason,
            message: messages[this.#session.locale].skipped[outcome.reason],
          })
      }
    }
    return { sources, skipped }
  }

  async actors(params: FolderParams): Promise<readonly ActorItem[]> {
    const lists = await Promise.all(
      this.#meant(params).map(async (folder) => {
        const actors = await findActors('', mostActors, folder.workspace.index, folder.companions.registry)
        const uri = URI.file(folder.path).toString()
        return actors.map(({ roles, ...actor }) => ({ ...actor, folder: uri, roles: roles.map(({ role }) => role) }))
      }),
    )
    return lists.flat()
  }

  async figures(uri: string): Promise<FiguresAnswer | null> {
    const answer = await this.#documents.answer(uri)
    if (answer === undefined) return null
    const { checked, positions, folder, version } = answer
    const figures = checked.stated.map((stated) => ({
      range: positions.rangeOf(stated),
      text: stated.judgement.figure.text,
      verdict: stated.judgement.verdict,
      confidence: stated.judgement.confidence,
      summary: explain(stated.judgement, this.#session.locale),
      evidence: evidenceOf(stated.judgement).map((evidence) => this.#evidenceOf(evidence, folder)),
    }))
    return { uri, version, figures }
  }

  /** Most evidence is the same from answer to answer, and its place in the source takes a look at all of its lines. */
  #evidenceOf(evidence: Evidence, folder: Folder): EvidenceItem {
    const known = this.#evidence.get(evidence)
    if (known !== undefined) return known
    const { key, metadata, path } = evidence.source
    const { before, focus, after } = excerptOf(evidence)
    const shown = {
      key,
      title: metadata.title ?? path,
      ...(metadata.publisher === undefined ? {} : { publisher: metadata.publisher }),
      ...(metadata.published === undefined ? {} : { published: metadata.published }),
      relation: evidence.relation,
      figure: evidence.figure.text,
      text: before + focus + after,
      location: locationOf(placeOf(evidence), folder, this.#session),
    }
    this.#evidence.set(evidence, shown)
    return shown
  }

  async checkAll(params: CheckAllParams, token: CancellationToken): Promise<CheckAllAnswer> {
    const words = messages[this.#session.locale]
    const progress = this.#session.connection.window.attachWorkDoneProgress(params.workDoneToken)
    progress.begin(words.checking, 0, undefined, true)
    const counts: Record<Verdict, number> = { supported: 0, contradicted: 0, disputed: 0, outdated: 0, unsupported: 0, unchecked: 0 }
    let documents = 0
    let findings = 0
    try {
      const all = await this.#all(params)
      for (const { folder, path } of all) {
        if (token.isCancellationRequested) break
        progress.report(Math.floor((documents / all.length) * 100), path)
        const checked = await this.#session.fenced(path, () => this.#checkFile(folder, path))
        documents++
        if (checked === undefined) continue
        findings += checked.findings.length
        for (const { judgement } of checked.stated) counts[judgement.verdict]++
        // A cancellation is seen only between two turns.
        await new Promise((resolve) => setImmediate(resolve))
      }
    } finally {
      progress.done()
    }
    const figures = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { documents, figures, findings, counts, cancelled: token.isCancellationRequested }
  }

  async report(params: ReportParams): Promise<{ html: string }> {
    const documents = await this.#checkedDocuments(params)
    const folders = new Map(
      documents.flatMap(({ folder, checked }) =>
        checked.stated.flatMap(({ judgement }) => evidenceOf(judgement).map(({ source }) => [source, folder] as const)),
      ),
    )
    // Within one folder addresses are relative, so that the saved page can move with it.
    const severalFolders = new Set(documents.map(({ folder }) => folder)).size > 1
    const addressOf = ({ source }: { readonly source: Source }) => {
      const folder = folders.get(source)
      return severalFolders && folder !== undefined ? sourceUri(source, folder, this.#session) : relativeAddress(source.path)
    }
    const checked = documents.map((document) => document.checked)
    return { html: reportOf(checked, this.#session.locale, { addressOf }) }
  }

  /** Documents for the report, checked; open ones as they stand in the editor. */
  async #checkedDocuments(params: ReportParams): Promise<readonly { readonly folder: Folder; readonly checked: CheckedDocument }[]> {
    const wanted = params.uris === undefined ? undefined : new Set(params.uris)
    const checked: { folder: Folder; checked: CheckedDocument }[] = []
    const seen = new Set<string>()
    for (const { folder, path } of await this.#all(params)) {
      const uri = uriIn(folder, path)
      if (wanted !== undefined && !wanted.has(uri)) continue
      seen.add(uri)
      const document = await this.#session.fenced(path, async () => {
        const open = await this.#documents.answer(uri)
        if (open !== undefined) return open.checked
        const text = await readText(folder, path)
        const { settings } = folder.workspace
        const { locale } = this.#session
        return checkDocument({ text, path, ...folder.corpus, settings, companions: folder.companions, locale, breathe: breather() })
      })
      if (document !== undefined) checked.push({ folder, checked: document })
    }
    for (const uri of wanted ?? []) {
      const answer = seen.has(uri) ? undefined : await this.#documents.answer(uri)
      if (answer !== undefined) checked.push({ folder: answer.folder, checked: answer.checked })
    }
    return checked
  }

  async #checkFile(folder: Folder, path: string): Promise<CheckedDocument> {
    const uri = uriIn(folder, path)
    const open = await this.#documents.answer(uri)
    return open?.checked ?? this.#diagnostics.listClosed(uri, folder, await readText(folder, path))
  }

  async #all(params: FolderParams): Promise<{ folder: Folder; path: string }[]> {
    const lists = this.#meant(params).map(async (folder) => {
      // A check against half a corpus would report what is not so.
      await folder.refresh()
      return (await folder.workspace.documents()).map((path) => ({ folder, path }))
    })
    return (await Promise.all(lists)).flat()
  }

  #meant({ folder: uri }: FolderParams): readonly Folder[] {
    if (uri === undefined) return this.#folders.all
    const path = URI.parse(uri).fsPath
    return this.#folders.all.filter((folder) => folder.path === path)
  }
}

function uriIn(folder: Folder, path: string): string {
  return URI.file(join(folder.path, path)).toString()
}

async function readText(folder: Folder, path: string): Promise<string> {
  const text = await readFile(join(folder.path, path), 'utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function withoutUpdated({ title, publisher, authors, published }: Omit<SourceItem, 'key' | 'uri' | 'path' | 'witness'>) {
  return {
    authors,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
  }
}

const messages = {
  de: {
    checking: 'Beleg prüft alle Dokumente',
    skipped: {
      binary: 'Keine Textdatei.',
      empty: 'Die Datei ist leer.',
      tooLarge: 'Die Datei ist zu groß.',
      unreadable: 'Die Datei lässt sich nicht lesen. Prüfen Sie die Zugriffsrechte.',
      encoding: 'Die Zeichenkodierung ist nicht zu erkennen. Speichern Sie die Datei als UTF-8.',
      noText: 'Die Datei enthält keinen Text, vielleicht nur Bilder.',
      format: 'Dieses Dateiformat liest Beleg nicht.',
      protected: 'Die Datei ist mit einem Kennwort geschützt.',
      damaged: 'Die Datei ist beschädigt.',
      timeout: 'Das Lesen hat zu lange gedauert.',
    } satisfies Record<SkipReason, string>,
  },
  en: {
    checking: 'Beleg is checking all documents',
    skipped: {
      binary: 'Not a text file.',
      empty: 'The file is empty.',
      tooLarge: 'The file is too large.',
      unreadable: 'The file cannot be read. Check its permissions.',
      encoding: 'The character encoding cannot be told. Save the file as UTF-8.',
      noText: 'The file holds no text, perhaps only images.',
      format: 'Beleg does not read this file format.',
      protected: 'The file is protected by a password.',
      damaged: 'The file is damaged.',
      timeout: 'Reading it took too long.',
    },
  },
} satisfies Record<Locale, unknown>
