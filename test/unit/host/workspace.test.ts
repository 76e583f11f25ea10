import assert from 'node:assert/strict'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { storeFileOf } from '../../../server/src/host/cache'
import { findFiles, matchesGlobs } from '../../../server/src/host/files'
import { databaseClass } from '../../../server/src/host/store/database'
import { openWorkspace, type Refreshed, type Workspace, type WorkspaceOptions } from '../../../server/src/host/workspace'
import { fingerprints } from '../../../server/src/source/fingerprints'
import { query } from '../corpus/contract'

const scratch = mkdtempSync(join(tmpdir(), 'beleg-workspace-'))
after(() => rmSync(scratch, { recursive: true, force: true }))
let folders = 0

interface Case {
  readonly folder: string
  readonly cache: string
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  open(options?: Partial<WorkspaceOptions>): Promise<Workspace>
}

/** A folder with `beleg.yaml` and files; written long enough ago for time stamps to be trusted. */
function setUp(files: Readonly<Record<string, string | Uint8Array>>): Case {
  const folder = join(scratch, `${folders++}`, 'w')
  const cache = join(dirname(folder), 'cache')
  const write: Case['write'] = (written) => {
    for (const [path, content] of Object.entries(written)) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      const past = new Date(Date.now() - 60_000 - folders)
      utimesSync(file, past, past)
    }
  }
  write({ 'beleg.yaml': '', ...files })
  return { folder, cache, write, open: (options) => openWorkspace({ folder, cacheLocation: cache, workers: 0, ...options }) }
}

const shown = ({ read, skipped, removed, unchanged }: Refreshed) => ({
  read: [...read].sort(),
  skipped: skipped.map(({ path, reason }) => `${path} ${reason}`).sort(),
  removed,
  unchanged,
})
const keys = async ({ index }: Workspace) => (await index.list({ limit: 100 })).map(({ key }) => key)
const find = async ({ index }: Workspace, text: string) => (await index.search([query(text)]))[0]?.map(({ key }) => key)

const hafen = 'Der Hafen schlug 8,3 Millionen Tonnen um.\n'
const wald = 'Im Wald stehen 12.000 Buchen.\n'

test('reads what the globs name, and then only what changed', async () => {
  const { write, open, folder } = setUp({ 'sources/hafen.txt': hafen, 'sources/tief/wald.md': wald, 'analyse.md': 'Kein Beleg.' })
  const workspace = await open()
  assert.deepEqual(shown(await workspace.refresh()), {
    read: ['sources/hafen.txt', 'sources/tief/wald.md'],
    skipped: [],
    removed: [],
    unchanged: 0,
  })
  assert.deepEqual(await keys(workspace), ['hafen', 'wald'])
  assert.deepEqual(await workspace.documents(), ['analyse.md'])
  assert.deepEqual(shown(await workspace.refresh()), { read: [], skipped: [], removed: [], unchanged: 2 })
  write({ 'sources/hafen.txt': 'Der Hafen ruht.\n', 'sources/neu.txt': 'Neu.' })
  rmSync(join(folder, 'sources/tief/wald.md'))
  assert.deepEqual(shown(await workspace.refresh()), {
    read: ['sources/hafen.txt', 'sources/neu.txt'],
    skipped: [],
    removed: ['sources/tief/wald.md'],
    unchanged: 0,
  })
  assert.deepEqual(await find(workspace, 'Buchen'), [])
  assert.deepEqual(await find(workspace, 'Hafen ruht'), ['hafen'])
  renameSync(join(folder, 'sources/neu.txt'), join(folder, 'sources/neuer.txt'))
  assert.deepEqual(shown(await workspace.refresh()), {
    read: ['sources/neuer.txt'],
    skipped: [],
    removed: ['sources/neu.txt'],
    unchanged: 1,
  })
  await workspace.close()
})

test('a file with another time stamp and the same bytes is not read again', async () => {
  const { folder, open } = setUp({ 'sources/hafen.txt': hafen })
  const workspace = await open()
  await workspace.refresh()
  const [before] = await workspace.index.files()
  utimesSync(join(folder, 'sources/hafen.txt'), 1_000_000, 1_000_000)
  assert.deepEqual((await workspace.refresh()).read, [])
  const [now] = await workspace.index.files()
  assert.deepEqual(now, { ...before, modified: 1_000_000_000 })
  await workspace.close()
})

test('only the files that a watcher names', async () => {
  const { write, open, folder } = setUp({ 'sources/hafen.txt': hafen, 'sources/wald.txt': wald })
  const workspace = await open()
  await workspace.refresh()
  write({ 'sources/hafen.txt': 'Anders.', 'sources/neu.txt': 'Neu.', 'notes.txt': 'Keine Quelle.' })
  rmSync(join(folder, 'sources/wald.txt'))
  const refreshed = await workspace.refresh({ paths: ['sources/neu.txt', 'sources/wald.txt', 'notes.txt', 'sources'] })
  assert.deepEqual(shown(refreshed), { read: ['sources/neu.txt'], skipped: [], removed: ['sources/wald.txt'], unchanged: 0 })
  await workspace.close()
})

test('what cannot be read is listed with its reason, and the rest goes on', async () => {
  const { folder, open, write } = setUp({
    'sources/gut.txt': hafen,
    'sources/leer.txt': '',
    'sources/bild.txt': new Uint8Array(5000),
    'sources/gross.txt': 'x',
    'sources/riesig.jsonl': 'x',
    'sources/film.mp4': 'x',
    'sources/kaputt.pdf': '%PDF-1.7 oh',
    'sources/zu.txt': 'geheim',
    [`sources/${'ä'.repeat(125)}.txt`]: 'Langer Name.',
    'sources/📊 Zahlen.txt': 'Emoji im Namen.',
  })
  truncateSync(join(folder, 'sources/gross.txt'), 50 << 20)
  utimesSync(join(folder, 'sources/gross.txt'), 1_000_000, 1_000_000)
  // Larger than any buffer of Node, and next to nothing on the disk.
  truncateSync(join(folder, 'sources/riesig.jsonl'), 2 ** 31 + 10)
  utimesSync(join(folder, 'sources/riesig.jsonl'), 1_000_000, 1_000_000)
  chmodSync(join(folder, 'sources/zu.txt'), 0)
  const workspace = await open()
  const { read, skipped } = shown(await workspace.refresh())
  const isRoot = process.getuid?.() === 0
  assert.equal(read.length, isRoot ? 4 : 3)
  assert.deepEqual(
    skipped.filter((line) => !line.includes('zu.txt')),
    [
      'sources/bild.txt binary',
      'sources/film.mp4 format',
      'sources/gross.txt tooLarge',
      'sources/kaputt.pdf damaged',
      'sources/leer.txt empty',
      'sources/riesig.jsonl tooLarge',
    ],
  )
  assert.ok((await keys(workspace)).includes('Zahlen'))
  assert.equal((await workspace.refresh()).skipped.length, isRoot ? 0 : 1, 'what was refused is tried again, what is broken is not')
  write({ 'sources/leer.txt': 'Nicht mehr leer.' })
  assert.deepEqual((await workspace.refresh()).read, ['sources/leer.txt'])
  await workspace.close()
})

test('a folder that may not be read is listed as a file that cannot, and read when it may', {
  skip: process.getuid?.() === 0,
}, async () => {
  const { folder, open } = setUp({ 'sources/a.txt': hafen, 'sources/closed/b.txt': hafen, 'sources/hidden/c.txt': hafen })
  chmodSync(join(folder, 'sources/closed'), 0o000)
  chmodSync(join(folder, 'sources/hidden'), 0o444)
  const workspace = await open()
  const skipped = ['sources/closed unreadable', 'sources/hidden/c.txt unreadable']
  assert.deepEqual(shown(await workspace.refresh()), { read: ['sources/a.txt'], skipped, removed: [], unchanged: 0 })
  assert.deepEqual(shown(await workspace.refresh()), { read: [], skipped, removed: [], unchanged: 1 })
  for (const name of ['closed', 'hidden']) chmodSync(join(folder, 'sources', name), 0o755)
  const read = ['sources/closed/b.txt', 'sources/hidden/c.txt']
  assert.deepEqual(shown(await workspace.refresh()), { read, skipped: [], removed: ['sources/closed'], unchanged: 1 })
  await workspace.close()
})

test('a file that grows while it is read is read whole in the end', async () => {
  const { folder, open, cache } = setUp({ 'sources/hafen.txt': hafen, 'sources/protokoll.txt': 'Beginn.\n' })
  const file = join(folder, 'sources/protokoll.txt')
  const workspace = await open()
  const writing = setInterval(() => appendFileSync(file, `${wald.repeat(500)}\n`), 1)
  for (let round = 0; round < 10; round++) await workspace.refresh()
  clearInterval(writing)
  appendFileSync(file, 'Schluss.\n')
  await workspace.refresh()
  const fresh = await open({ cacheLocation: `${cache}-2` })
  await fresh.refresh()
  assert.deepEqual(await workspace.index.files(), await fresh.index.files())
  assert.deepEqual(await workspace.index.sources(['protokoll']), await fresh.index.sources(['protokoll']))
  await workspace.close()
  await fresh.close()
})

test('.gitignore holds, the files of saved pages are no sources, links are followed once', async () => {
  const { folder, open } = setUp({
    '.gitignore': 'sources/privat/\n',
    'sources/hafen.html': '<html><body><p>Der Hafen.</p></body></html>',
    'sources/hafen_files/bild.html': '<html><body><p>Werbung.</p></body></html>',
    'sources/hafen_files/stil.css': 'p {}',
    'sources/privat/geheim.txt': 'Geheim.',
    'anderswo/wald.txt': wald,
  })
  symlinkSync(join(folder, 'anderswo'), join(folder, 'sources/verweis'))
  symlinkSync(join(folder, 'sources'), join(folder, 'sources/schleife'))
  const workspace = await open()
  assert.deepEqual(shown(await workspace.refresh()).read, ['sources/hafen.html', 'sources/verweis/wald.txt'])
  await workspace.close()
})

test('a .gitignore holds for its own folder, the deepest decides, and those up to the root of the repository hold too', async () => {
  const { folder } = setUp({
    '.git/HEAD': 'ref: refs/heads/main',
    '.gitignore': '*.tmp.txt\n/projekt/sources/alt/\n',
    'projekt/beleg.yaml': '',
    'projekt/sources/.gitignore': 'entwurf-*\n!a.tmp.txt\n/nur-hier.txt\n',
    'projekt/sources/a.tmp.txt': hafen,
    'projekt/sources/b.txt': hafen,
    'projekt/sources/nur-hier.txt': hafen,
    'projekt/sources/tief/.gitignore': '!entwurf-2.txt\nb.txt\n',
    'projekt/sources/tief/b.txt': hafen,
    'projekt/sources/tief/c.tmp.txt': hafen,
    'projekt/sources/tief/entwurf-1.txt': hafen,
    'projekt/sources/tief/entwurf-2.txt': hafen,
    'projekt/sources/tief/nur-hier.txt': hafen,
    'projekt/sources/alt/.gitignore': '!*\n',
    'projekt/sources/alt/d.txt': hafen,
  })
  const wanted = ['sources/a.tmp.txt', 'sources/b.txt', 'sources/tief/entwurf-2.txt', 'sources/tief/nur-hier.txt']
  assert.deepEqual(await findFiles(join(folder, 'projekt'), ['sources']), wanted)
  const asked = [...wanted, 'sources/alt/d.txt', 'sources/tief/b.txt', 'sources/tief/c.tmp.txt']
  assert.deepEqual(await matchesGlobs(join(folder, 'projekt'), asked, ['sources']), wanted)
})

test('who opens a folder that a repository ignores wants what is in it', async () => {
  const { folder } = setUp({
    '.git/HEAD': 'ref: refs/heads/main',
    '.gitignore': '/entwuerfe/\n',
    'entwuerfe/projekt/.gitignore': 'alt.txt\n',
    'entwuerfe/projekt/sources/a.txt': hafen,
    'entwuerfe/projekt/sources/alt.txt': hafen,
  })
  assert.deepEqual(await findFiles(folder, ['**/sources/*']), [])
  assert.deepEqual(await findFiles(join(folder, 'entwuerfe/projekt'), ['sources']), ['sources/a.txt'])
})

test('what the editor excludes is neither source nor document, and its index is another than the one of those who exclude nothing', async () => {
  const { open } = setUp({ 'sources/hafen.txt': hafen, 'sources/privat/tagebuch.txt': wald, 'a.md': 'A.', 'privat/b.md': 'B.' })
  const plain = await open()
  await plain.refresh()
  let excluded = ['**/privat']
  const editor = await open({ exclude: async () => excluded })
  await editor.refresh()
  assert.deepEqual(await keys(editor), ['hafen'])
  assert.deepEqual(await editor.documents(), ['a.md'])
  assert.deepEqual(await keys(plain), ['hafen', 'tagebuch'])
  excluded = ['sources/hafen.txt']
  await editor.reload()
  await editor.refresh()
  assert.deepEqual(await keys(editor), ['tagebuch'])
  await plain.close()
  await editor.close()
})

test('a pinned key stays when the file is renamed or edited; a key that two claim is a problem of the second', async () => {
  const { write, open, folder } = setUp({ 'sources/a.md': '---\nid: hafen\n---\n\nDer Hafen.\n', 'sources/b.txt': wald })
  const workspace = await open({ locale: 'de' })
  await workspace.refresh()
  renameSync(join(folder, 'sources/a.md'), join(folder, 'sources/z.md'))
  await workspace.refresh()
  write({ 'sources/z.md': '---\nid: hafen\n---\n\nDer Hafen ist größer.\n' })
  await workspace.refresh()
  assert.deepEqual(await keys(workspace), ['b', 'hafen'])
  assert.deepEqual(workspace.problems, [])
  write({ 'sources/y.md': '---\nid: hafen\n---\n\nEin anderer Hafen.\n', 'sources/tief/b.md': hafen })
  await workspace.refresh()
  assert.deepEqual(
    workspace.problems.map(({ path, message }) => `${path}: ${message}`),
    [
      'sources/tief/b.md: Auf den Schlüssel „b“ hört schon sources/b.txt; diese Quelle heißt deshalb „b.md“. Eine der beiden umbenennen oder ihr mit id: einen eigenen Schlüssel geben.',
      'sources/z.md: Den Schlüssel „hafen“ hat schon sources/y.md; diese Quelle heißt deshalb „hafen-2“. In einer der beiden einen anderen setzen (id:).',
    ],
  )
  rmSync(join(folder, 'sources/y.md'))
  rmSync(join(folder, 'sources/tief/b.md'))
  await workspace.refresh()
  assert.deepEqual(workspace.problems, [])
  await workspace.close()
})

test('a sidecar describes its source, and a change of it is seen', async () => {
  const { write, open } = setUp({ 'sources/a.csv': 'Gut;2024\nKohle;640\n', 'sources/a.yaml': 'title: Eins\n' })
  const workspace = await open()
  await workspace.refresh()
  const title = async () => (await workspace.index.list({ limit: 1 }))[0]?.metadata.title
  assert.equal(await title(), 'Eins')
  write({ 'sources/a.yaml': 'title: Zwei ist länger\n' })
  assert.deepEqual((await workspace.refresh()).read, ['sources/a.csv'])
  assert.equal(await title(), 'Zwei ist länger')
  await workspace.close()
})

test('a refresh that is cancelled goes on where it stopped', async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`sources/${at}.txt`, `Der Hafen ${at}.`]))
  const { open } = setUp(files)
  const workspace = await open()
  const controller = new AbortController()
  const first = await workspace.refresh({
    signal: controller.signal,
    progress: ({ done }) => (done >= 10 ? controller.abort() : undefined),
  })
  assert.equal(first.complete, false)
  assert.ok(first.read.length >= 10 && first.read.length < 40)
  const second = await workspace.refresh()
  assert.equal(second.read.length, 40 - first.read.length)
  assert.equal(second.complete, true)
  await workspace.close()
})

test('a broken beleg.yaml is reported with its line, and defaults hold', async () => {
  const { open, write } = setUp({ 'sources/hafen.txt': hafen })
  write({ 'beleg.yaml': 'documents: "*.md\nnichts: [1\n' })
  const workspace = await open()
  assert.ok(workspace.problems.length > 0)
  assert.equal((await workspace.refresh()).read.length, 1)
  await workspace.close()
})

test('actors are looked for when they are asked for, in some sources or in all, and from where it stopped', async () => {
  const { open } = setUp({
    'sources/a.txt': 'Bundeskanzler Friedrich Merz besuchte den Hafen. Merz sprach von Rekorden.',
    'sources/b.txt': 'Außenministerin Annalena Baerbock besuchte Kiel.',
    'sources/c.txt': hafen,
  })
  const workspace = await open()
  await workspace.refresh()
  assert.equal((await workspace.index.stats()).withoutActors, 3)
  await workspace.lookForActors({ keys: ['b', 'nirgends'] })
  assert.deepEqual(
    (await workspace.index.withoutActors(9)).map(({ path }) => path),
    ['sources/a.txt', 'sources/c.txt'],
  )
  assert.deepEqual(await workspace.index.findActors('merz', 1), [])
  const controller = new AbortController()
  await workspace.lookForActors({
    signal: controller.signal,
    progress: ({ phase, done, total }) => {
      assert.deepEqual([phase, total], ['actors', 2])
      if (done === 1) controller.abort()
    },
  })
  assert.equal((await workspace.index.stats()).withoutActors, 1)
  await workspace.lookForActors()
  assert.equal((await workspace.index.stats()).withoutActors, 0)
  assert.equal((await workspace.index.findActors('merz', 1))[0]?.name, 'Friedrich Merz')
  await workspace.close()
})

const Database = databaseClass()
if (Database !== undefined) {
  const execute = (file: string, sql: string) => {
    const database = new Database(file)
    database.exec(sql)
    database.close()
  }

  test('the index outlives the process and is opened by several', async () => {
    const { open } = setUp({ 'sources/hafen.txt': hafen })
    const first = await open()
    const second = await open()
    await Promise.all([first.refresh(), second.refresh()])
    assert.deepEqual(await keys(first), ['hafen'])
    await first.close()
    await second.close()
    const third = await open()
    assert.deepEqual(await find(third, 'Hafen'), ['hafen'])
    assert.deepEqual(shown(await third.refresh()), { read: [], skipped: [], removed: [], unchanged: 1 })
    await third.close()
  })

  test('a program that reads a format in another way reads its files again, whatever they are called, and no others', async () => {
    const page = '<!doctype html><title>Hafen</title><p>Der Hafen schlug im vergangenen Jahr 8,3 Millionen Tonnen um.</p>'
    const { cache, folder, open } = setUp({ 'sources/a.txt': hafen, 'sources/b.html': page, 'sources/c.txt': page, 'sources/d.md': hafen })
    const first = await open()
    await first.refresh()
    await first.close()
    assert.ok(fingerprints['html'], 'the bundler puts the fingerprints in')
    const readers = [...readFileSync('server/src/source/read.ts', 'utf8').matchAll(/import\('\.\/formats\/([\w-]+)'\)/g)].map(
      ([, name = '']) => name,
    )
    assert.deepEqual(Object.keys(fingerprints).sort(), [...new Set([...readers, 'common', 'actors'])].sort())
    execute(storeFileOf(folder, '', cache), `UPDATE file SET recipe = replace(recipe, '${fingerprints['html']}', 'before')`)
    const second = await open()
    assert.deepEqual(shown(await second.refresh()), { read: ['sources/b.html', 'sources/c.txt'], skipped: [], removed: [], unchanged: 2 })
    assert.equal((await second.refresh()).unchanged, 4)
    await second.close()
  })

  test('actors that another program found are looked for again', async () => {
    const { cache, folder, open } = setUp({ 'sources/a.txt': 'Bundeskanzler Friedrich Merz besuchte den Hafen.\n' })
    const first = await open()
    await first.refresh()
    await first.lookForActors()
    assert.equal((await first.index.stats()).withoutActors, 0)
    await first.close()
    const again = await open()
    assert.equal((await again.index.stats()).withoutActors, 0)
    await again.close()
    execute(storeFileOf(folder, '', cache), 'PRAGMA user_version = 1')
    const second = await open()
    assert.equal((await second.index.stats()).withoutActors, 1)
    assert.equal((await second.refresh()).unchanged, 1)
    await second.close()
  })

  test('a file of the index that is overwritten or vanishes is made again', async () => {
    const { open, folder, cache } = setUp({ 'sources/hafen.txt': hafen, 'sources/wald.txt': wald })
    const file = storeFileOf(folder, '', cache)
    for (const damage of [
      () => writeFileSync(file, 'garbage '.repeat(5000)),
      () => truncateSync(file, 5000),
      () => rmSync(cache, { recursive: true }),
    ]) {
      const workspace = await open()
      await workspace.refresh()
      await workspace.close()
      damage()
      const again = await open()
      await again.refresh()
      assert.deepEqual(await keys(again), ['hafen', 'wald'])
      assert.deepEqual(await find(again, 'Buchen'), ['wald'])
      rmSync(cache, { recursive: true })
      await again.refresh()
      assert.deepEqual(await keys(again), ['hafen', 'wald'])
      await again.close()
    }
  })

  test('where no file can be written the index lives in memory and says so', async () => {
    const { open, cache } = setUp({ 'sources/hafen.txt': hafen })
    writeFileSync(cache, 'a file where the folder should be')
    const workspace = await open()
    assert.match(workspace.note?.de ?? '', /Arbeitsspeicher/)
    assert.match(workspace.note?.en ?? '', /memory/)
    await workspace.refresh()
    assert.deepEqual(await find(workspace, 'Hafen'), ['hafen'])
    await workspace.close()
  })

  test('workers read the same as the thread itself', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`sources/${at}.txt`, `Der Hafen ${at} schlug ${at * 3} Tonnen um.`]),
    )
    const { open, cache } = setUp({ ...files, 'sources/leer.txt': '' })
    const workers = await open({ workers: 2 })
    const inline = await open({ cacheLocation: `${cache}-2` })
    assert.deepEqual(shown(await workers.refresh()), shown(await inline.refresh()))
    assert.deepEqual(await workers.index.files(), await inline.index.files())
    assert.deepEqual(await find(workers, 'Hafen 33'), await find(inline, 'Hafen 33'))
    await workers.close()
    await inline.close()
  })
}

test('entries of the bibliography name and describe their sources, and only those are read again when one changes', async () => {
  const bib = (title: string) =>
    `@article{hafen2025, title = {${title}}, date = {2025-12}, file = {a.txt}}\n@article{kaputt, title = {x\n@book{b, title = {B}}\n`
  const { open, write } = setUp({
    'beleg.yaml': 'bibliography: lit.bib\n',
    'sources/a.txt': 'Der Umschlag betrug 8,3 Mio. Tonnen.',
    'sources/c.txt': 'Es gibt 640 Kräne.',
    'lit.bib': bib('Umschlag'),
  })
  const workspace = await open()
  try {
    await workspace.refresh()
    const listed = async () => (await workspace.index.list({ limit: 9 })).map(({ key, metadata }) => `${key} ${metadata.title}`)
    assert.deepEqual(await listed(), ['c undefined', 'hafen2025 Umschlag'])
    assert.deepEqual(
      workspace.problems.map(({ path, line, severity }) => ({ path, line, severity })),
      [{ path: 'lit.bib', line: 2, severity: 'warning' }],
    )
    assert.deepEqual((await workspace.refresh()).read, [], 'nothing changed')
    write({ 'lit.bib': bib('Umschlag im Jahr') })
    assert.deepEqual((await workspace.refresh()).read, ['sources/a.txt'])
    assert.deepEqual(await listed(), ['c undefined', 'hafen2025 Umschlag im Jahr'])
    write({ 'lit.bib': '' })
    assert.deepEqual((await workspace.refresh()).read, ['sources/a.txt'])
    assert.deepEqual(await listed(), ['a undefined', 'c undefined'])
  } finally {
    await workspace.close()
  }
})
