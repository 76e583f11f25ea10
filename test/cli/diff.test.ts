import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { parseHunks } from '../../server/src/cli/diff'
import { beleg } from './strings'
import { type Files, workspaceOf, writeFiles } from './workspace'

const start: Files = {
  'beleg.yaml': 'sources: ["sources/**"]\n',
  '.gitignore': '.cache\n',
  'sources/stadt.txt': 'Die Stadt Lindau am Wald gibt in diesem Jahr 48,2 Millionen Euro aus.\n',
  'alt.md': 'Die Stadt Lindau am Wald gibt in diesem Jahr 84,2 Millionen Euro aus.\n\nMehr [@niemand].\n',
}

function git(folder: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    stdio: 'pipe',
  })
}

async function places(folder: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr, code } = await beleg(['check', '--format', 'github', '--cache-location', '.cache', ...args], { cwd: folder })
  assert.notEqual(code, 2, stderr)
  return [...stdout.matchAll(/file=([^,]+),line=(\d+)/g)].map(([, file, line]) => `${file}:${line}`)
}

test('--diff keeps findings of lines that changed since the branch left its base', async (context) => {
  const folder = workspaceOf(context, start)
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'base')
  git(folder, 'checkout', '-q', '-b', 'branch')

  assert.deepEqual(await places(folder, '--diff', 'main'), [])

  writeFiles(folder, { 'alt.md': `${start['alt.md']}\nNoch mehr [@keiner].\n`, 'neu.md': 'Neu [@niemand].\n' })
  assert.deepEqual(
    await places(folder, '--diff', 'main'),
    ['alt.md:5', 'neu.md:1'],
    'in the working tree and in files that git does not know',
  )

  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'work')
  git(folder, 'checkout', '-q', 'main')
  writeFiles(folder, { 'alt.md': 'Ganz anders.\n' })
  git(folder, 'commit', '-q', '-am', 'meanwhile on the base')
  git(folder, 'checkout', '-q', 'branch')
  assert.deepEqual(await places(folder, '--diff', 'main'), ['alt.md:5', 'neu.md:1'], 'what the base did meanwhile does not count')
})

test('--diff keeps findings that a changed source brings about', async (context) => {
  const folder = workspaceOf(context, { ...start, 'alt.md': 'Die Stadt Lindau am Wald gibt in diesem Jahr 48,2 Millionen Euro aus.\n' })
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'base')
  writeFiles(folder, { 'sources/stadt.txt': 'Die Stadt Lindau am Wald gibt in diesem Jahr 84,2 Millionen Euro aus.\n' })
  assert.deepEqual(await places(folder, '--diff', 'main'), ['alt.md:1'])
})

test('--diff explains itself where git cannot help', async (context) => {
  const folder = workspaceOf(context, start)
  const outside = await beleg(['check', '--diff', 'main'], { cwd: folder, env: { GIT_CEILING_DIRECTORIES: folder } })
  assert.equal(outside.code, 2)
  assert.match(outside.stderr, /^beleg: --diff compares by git, but this folder belongs to no repository\./)
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'base')
  const unknown = await beleg(['check', '--diff', 'origin/trunk'], { cwd: folder })
  assert.equal(unknown.code, 2)
  assert.match(unknown.stderr, /git finds no common ancestor/)
  assert.doesNotMatch(unknown.stderr, /\bat .*\.[jt]s:\d+/)
})

test('hunks are read from a patch without context', () => {
  const patch = [
    'diff --git a/a.md b/a.md',
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -3 +3 @@ heading',
    '-old',
    '+++ b/not-a-file.md',
    '@@ -10,2 +10,0 @@',
    '-gone',
    '-gone',
    '@@ -20,0 +19,3 @@',
    '+one',
    'diff --git a/ümlaut.md b/ümlaut.md',
    '--- /dev/null',
    '+++ b/ümlaut.md',
    '@@ -0,0 +1 @@',
    '+x',
  ].join('\n')
  assert.deepEqual(
    [...parseHunks(patch, '/r')],
    [
      [
        '/r/a.md',
        [
          { first: 3, last: 3 },
          { first: 19, last: 21 },
        ],
      ],
      ['/r/ümlaut.md', [{ first: 1, last: 1 }]],
    ],
  )
})
