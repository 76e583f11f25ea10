/** A workspace in a folder of its own, gone when the test is over. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

export interface Files {
  readonly [path: string]: string | Uint8Array
}

/** The folder, with `files` in it. */
export function workspaceOf(context: TestContext, files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'beleg-test-')))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFiles(folder, files)
  return folder
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
