/** The command line as a process: dist/cli.js on the Node that runs this test. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { workspaceOf } from './workspace'

const program = resolve('dist/cli.js')
const skip = !existsSync(program) && 'dist/ is not built'

function beleg(args: readonly string[], cwd = '.', input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: '' },
  })
  return { status, stdout, stderr }
}

test('--version loads next to nothing', { skip }, () => {
  const bare = fastest(['-e', '0'])
  assert.match(beleg(['--version']).stdout, /^\d+\.\d+\.\d+\n$/)
  const spent = fastest([program, '--version']) - bare
  assert.ok(spent < 150, `took ${spent.toFixed(0)} ms more than Node itself`)
})

/** Milliseconds of the best of five: the others measure what else the machine does. */
function fastest(args: readonly string[]): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now()
    spawnSync(process.execPath, args)
    return performance.now() - start
  })
  return Math.min(...times)
}

test('what was compiled is remembered in the cache of the user, and where that cannot be written nothing is missing', {
  skip,
}, (context) => {
  const cwd = workspaceOf(context, { file: '' })
  const versionWith = (cache: string) =>
    spawnSync(process.execPath, [program, '--version'], { cwd, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache } })
  for (const cache of [join(cwd, 'cache'), join(cwd, 'file')]) {
    const { status, stdout, stderr } = versionWith(cache)
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
  }
  const remembered = existsSync(join(cwd, 'cache/beleg/compiled'))
  assert.equal(remembered, process.platform === 'linux' && 'enableCompileCache' in module)
})

test('findings go to standard output, the rest to standard error, and the exit status tells them apart', { skip }, (context) => {
  const cwd = workspaceOf(context, {
    'beleg.yaml': 'sources: ["sources/**"]\n',
    'sources/stadt.txt': 'Im Rathaus der Stadt Lindau am Wald arbeiten 214 Menschen.\n',
    'bericht.md': 'Das steht bei @niemand.\n',
  })
  const found = beleg(['check', '--format', 'json', '--cache-location', '.cache'], cwd)
  assert.equal(found.status, 1, found.stderr)
  assert.equal(JSON.parse(found.stdout).documents[0].diagnostics[0].rule, 'citation-unknown')
  assert.match(found.stderr, /1 error in 1 document/)
  assert.equal(beleg(['check', '--fail-level', 'none', '--cache-location', '.cache'], cwd).status, 0)
  const failed = beleg(['check', 'missing.md', '--cache-location', '.cache'], cwd)
  assert.equal(failed.status, 2)
  assert.match(failed.stderr, /^beleg: missing\.md: no such file\. Check the path or pattern\.$/m)
})

test('extract answers a line as soon as it has read it', { skip }, async () => {
  const child = spawn(process.execPath, [program, 'extract'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const first = new Promise<string>((done) => child.stdout.setEncoding('utf8').once('data', done))
  child.stdin.write('{"id":"a","text":"Rund 40 Menschen kamen.","lang":"de"}\n')
  assert.equal(JSON.parse(await first).id, 'a')
  child.stdin.end()
  assert.equal(await new Promise((done) => child.once('exit', done)), 0)
})

test('a reader that leaves early is no failure', { skip }, async () => {
  const child = spawn(process.execPath, [program, 'extract'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const errors: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  child.stdin.on('error', () => undefined)
  child.stdout.once('data', () => child.stdout.destroy())
  for (let line = 0; line < 3000; line++) child.stdin.write('{"id":"a","text":"Rund 40 Menschen kamen.","lang":"de"}\n')
  child.stdin.end()
  assert.equal(await new Promise((done) => child.once('exit', done)), 0)
  assert.equal(errors.join(''), '')
})

test('server --stdio speaks the Language Server Protocol', { skip }, async () => {
  const child = spawn(process.execPath, [program, 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const answer = new Promise<string>((done) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('"capabilities"')) done(text)
    })
  })
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } })
  assert.match(await answer, /^Content-Length: \d+\r\n/)
  send({ id: 2, method: 'shutdown' })
  send({ method: 'exit' })
  assert.equal(await new Promise((done) => child.once('exit', done)), 0)
})

test('a disk that fills up costs the index its file, not the run', {
  skip: skip || (process.platform === 'win32' && 'limits of the shell are needed'),
}, (context) => {
  const paragraph = (at: number) => Array.from({ length: 60 }, (_, word) => `Wort${at * 60 + word}`).join(' ')
  const sources = Array.from({ length: 200 }, (_, at) => [
    `sources/${at}.txt`,
    `${paragraph(at)} Der Hafen ${at} schlug ${at} Tonnen um.\n`,
  ])
  const cwd = workspaceOf(context, { 'beleg.yaml': '', ...Object.fromEntries(sources) })
  const indexed = (limit: string) => {
    const script = `ulimit -f ${limit} && exec "$0" "$@"`
    const args = ['-c', script, process.execPath, program, 'index', '--locale', 'en', '--cache-location', '.cache']
    return spawnSync('sh', args, { cwd, encoding: 'utf8' })
  }
  // Blocks of 512 or 1024 bytes: more than the empty index, less than the full one.
  const full = indexed('260')
  assert.equal(full.status, 0, full.stderr)
  assert.match(full.stdout, /^200 sources in the index: 200 read/)
  assert.match(full.stderr, /kept in memory/)
  const again = indexed('unlimited')
  assert.match(again.stdout, /^200 sources in the index/)
})
