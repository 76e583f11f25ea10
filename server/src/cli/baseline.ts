/**
 * Findings that a team has looked at and lives with, in a committed file: `--write-baseline` writes it, `--baseline` excuses what it
 * lists, so that only new findings fail a build. An entry is a rule, a document, and the words of a sentence, never a line number; equal
 * entries are counted, so that the second copy of an excused error is new.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Finding } from '../rules/rule'
import type { CheckedDocument } from '../service/checked'
import type { Locale } from '../text/locale'
import { fingerprintOf } from './fingerprint'
import { relativePath } from './results'
import { Failure } from './terminal'

export interface Baseline {
  /** Absolute. */
  readonly file: string
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly rule: string
  /** Relative to the baseline file, so that it holds wherever the command is called. */
  readonly path: string
  readonly fingerprint: string
  readonly count: number
  /** What was found, for people who read the file. */
  readonly text: string
  readonly reason?: string
}

/** A document and what was found in it. */
interface Found {
  /** Absolute. */
  readonly file: string
  readonly checked: CheckedDocument
  readonly findings: readonly Finding[]
}

export const usualBaseline = 'beleg-baseline.json'

export async function readBaseline(file: string, locale: Locale): Promise<Baseline> {
  const say = messages[locale]
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(say.missing(file))
  })
  return { file, entries: parseEntries(text, file, locale) }
}

/** Splits the findings of a run into new and excused ones. */
export function applyBaseline(
  baseline: Baseline,
  found: readonly Found[],
): readonly { readonly fresh: readonly Finding[]; readonly excused: readonly Finding[] }[] {
  const left = new Map(baseline.entries.map((entry) => [entry.fingerprint, entry.count]))
  return found.map(({ file, checked, findings }) => {
    const fresh: Finding[] = []
    const excused: Finding[] = []
    for (const finding of findings) {
      const fingerprint = fingerprintOf(finding, relativePath(dirname(baseline.file), file), checked)
      const count = left.get(fingerprint) ?? 0
      if (count > 0) left.set(fingerprint, count - 1)
      ;(count > 0 ? excused : fresh).push(finding)
    }
    return { fresh, excused }
  })
}

export interface Written {
  readonly written: number
  /** Entries that the earlier file did not have: they are excused from now on, so somebody should see them. */
  readonly added: readonly Entry[]
  readonly removed: number
}

/** Writes all findings of the run as the new baseline and keeps the reasons of the old one. */
export async function writeBaseline(file: string, found: readonly Found[], earlier: Baseline | undefined): Promise<Written> {
  const known = new Map((earlier?.entries ?? []).map((entry) => [entry.fingerprint, entry]))
  const entries = new Map<string, Entry>()
  for (const { file: document, checked, findings } of found) {
    const path = relativePath(dirname(file), document)
    for (const finding of findings) {
      const fingerprint = fingerprintOf(finding, path, checked)
      const { reason } = known.get(fingerprint) ?? {}
      const text = checked.document.text.slice(finding.span.start, finding.span.end)
      const count = (entries.get(fingerprint)?.count ?? 0) + 1
      entries.set(fingerprint, { rule: finding.rule, path, fingerprint, count, text, ...(reason === undefined ? {} : { reason }) })
    }
  }
  const all = [...entries.values()]
  await writeFile(file, `${JSON.stringify({ version: 1, findings: all }, null, 2)}\n`)
  return {
    written: all.reduce((sum, { count }) => sum + count, 0),
    added: all.filter(({ fingerprint, count }) => count > (known.get(fingerprint)?.count ?? 0)),
    removed: [...known.keys()].filter((fingerprint) => !entries.has(fingerprint)).length,
  }
}

export function baselineFile(asked: string | undefined, cwd: string, folder: string): string {
  return asked === undefined ? resolve(folder, usualBaseline) : resolve(cwd, asked)
}

function parseEntries(text: string, file: string, locale: Locale): readonly Entry[] {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || !('findings' in value) || !Array.isArray(value.findings)) {
    throw new Failure(messages[locale].malformed(file))
  }
  return value.findings.map((entry: unknown) => {
    if (!isEntry(entry)) throw new Failure(messages[locale].malformed(file))
    return entry
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const { rule, path, fingerprint, count, text } = value as Record<string, unknown>
  return [rule, path, fingerprint, text].every((field) => typeof field === 'string') && typeof count === 'number'
}

const messages = {
  de: {
    missing: (file: string) => `Die Baseline ${file} lässt sich nicht lesen. Mit --write-baseline wird sie angelegt.`,
    malformed: (file: string) =>
      `Die Baseline ${file} ist beschädigt: erwartet ist {"version": 1, "findings": [...]}, wie --write-baseline es schreibt.`,
  },
  en: {
    missing: (file: string) => `The baseline ${file} cannot be read. --write-baseline makes one.`,
    malformed: (file: string) =>
      `The baseline ${file} is damaged: expected is {"version": 1, "findings": [...]} as --write-baseline writes it.`,
  },
} satisfies Record<Locale, unknown>
