/**
 * Which lines changed since a branch left its base: `--diff main`. Counts from the merge base, so that what others changed on the base
 * meanwhile is not held against this branch, and up to the working tree, so that it serves before a commit as well as after.
 */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Locale } from '../text/locale'
import { Failure } from './terminal'

export interface ChangedLines {
  /** Whether any line from `first` to `last`, 1-based and inclusive, of the file at this absolute path is new or changed. */
  touches(path: string, first: number, last: number): boolean
  /** Whether anything in this file changed, or it is new. */
  changed(path: string): boolean
}

export async function changedSince(base: string, cwd: string, locale: Locale): Promise<ChangedLines> {
  const say = messages[locale]
  // A name that starts with a dash would be an option for git.
  if (base.startsWith('-')) throw new Failure(say.unknownBase(base))
  // Relative, so that a folder reached by a symbolic link keeps the name that the user gave it.
  const root = resolve(cwd, (await git(['rev-parse', '--show-cdup'], cwd, say.noRepository)).trim())
  const mergeBase = (await git(['merge-base', base, 'HEAD'], cwd, say.unknownBase(base))).trim()
  const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/']
  const patch = await git(['-c', 'core.quotepath=off', 'diff', ...options, mergeBase], root, say.failed)
  const fresh = (await git(['-c', 'core.quotepath=off', 'ls-files', '--others', '--exclude-standard', '-z'], root, say.failed)).split('\0')
  const hunks = parseHunks(patch, root)
  const added = new Set(fresh.filter((path) => path !== '').map((path) => resolve(root, path)))
  return {
    touches: (path, first, last) => added.has(path) || (hunks.get(path) ?? []).some((hunk) => hunk.first <= last && first <= hunk.last),
    changed: (path) => added.has(path) || hunks.has(path),
  }
}

interface Hunk {
  readonly first: number
  readonly last: number
}

/** The new side of each hunk of a patch without context, by absolute path. */
export function parseHunks(patch: string, root: string): ReadonlyMap<string, readonly Hunk[]> {
  const files = new Map<string, Hunk[]>()
  let hunks: Hunk[] = []
  let inHeader = false
  for (const line of patch.split('\n')) {
    // Only the head of a file's part names it: an added line may begin with "++ b/" too.
    if (line.startsWith('diff --git ')) inHeader = true
    const path = inHeader ? /^\+\+\+ "?b\/(.*?)"?\t?$/.exec(line)?.[1] : undefined
    if (path !== undefined) files.set(resolve(root, path), (hunks = []))
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (hunk === null) continue
    inHeader = false
    const first = Number(hunk[1])
    const count = hunk[2] === undefined ? 1 : Number(hunk[2])
    if (count > 0) hunks.push({ first, last: first + count - 1 })
  }
  return files
}

async function git(args: readonly string[], cwd: string, failure: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', [...args], { cwd, maxBuffer: 1 << 30 })
    return stdout
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim().split('\n')[0] : ''
    throw new Failure(said === '' ? failure : `${failure} (git: ${said})`)
  }
}

const messages = {
  de: {
    noRepository: '--diff vergleicht mit git, aber dieser Ordner gehört zu keinem Repository.',
    unknownBase: (base: string) =>
      `--diff ${base}: git findet keinen gemeinsamen Vorfahren. Den Zweig zuerst holen (git fetch), in CI mit voller Geschichte (fetch-depth: 0).`,
    failed: 'git diff ist fehlgeschlagen.',
  },
  en: {
    noRepository: '--diff compares by git, but this folder belongs to no repository.',
    unknownBase: (base: string) =>
      `--diff ${base}: git finds no common ancestor. Fetch the branch first, in CI with full history (fetch-depth: 0).`,
    failed: 'git diff failed.',
  },
} satisfies Record<Locale, unknown>
