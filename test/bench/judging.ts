/**
 * How much longer it takes to judge one paragraph when the corpus is larger.
 *
 *     npm run bench -- judging FOLDER [SMALL [PARAGRAPHS]]
 *
 * FOLDER holds text or Markdown files. The same paragraphs, taken from the first SMALL files, are judged against these alone and against all;
 * each is a document of its own, that nothing is remembered of but the sources that were read before.
 */
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figuresOf } from '../../server/src/figure/read'
import { openWorkspace, type Workspace } from '../../server/src/host/workspace'
import { checkDocument } from '../../server/src/service/check'
import { createSourceReadings } from '../../server/src/service/readings'

const [folder, small = '1028', most = '60'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npm run bench -- judging FOLDER [SMALL [PARAGRAPHS]]')
  process.exit(2)
}
const scratch = mkdtempSync(join(tmpdir(), 'beleg-judging-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const names = readdirSync(folder).sort()
const few = await indexed('few', names.slice(0, Number(small)))
const all = await indexed('all', names)
const paragraphs = await paragraphsOf(few)
// The first round warms up; then in turns, so that both suffer from what else the machine does.
await judgeAll(few)
const times = { few: [] as number[], all: [] as number[] }
for (let round = 0; round < 3; round++) {
  times.few.push(...(await judgeAll(few)))
  times.all.push(...(await judgeAll(all)))
}
const [before, after] = [show('few', times.few), show('all', times.all)]
console.log(`growth ${(after / before).toFixed(2)} by the median`)
await few.close()
await all.close()

async function indexed(name: string, files: readonly string[]): Promise<Workspace> {
  mkdirSync(join(scratch, name, 'sources'), { recursive: true })
  for (const file of files) linkSync(join(folder ?? '', file), join(scratch, name, 'sources', file))
  const workspace = await openWorkspace({ folder: join(scratch, name), cacheLocation: join(scratch, 'cache') })
  await workspace.refresh()
  console.log(`${name}: ${files.length} sources`)
  return workspace
}

/** Paragraphs of a hundred words that state figures. */
async function paragraphsOf({ index }: Workspace): Promise<readonly string[]> {
  const found: string[] = []
  for (const { key } of await index.list({ limit: Number(small) })) {
    const [source] = await index.sources([key])
    if (source === undefined || found.length >= Number(most)) break
    const { figures } = figuresOf(source.body)
    const passage = source.body.passages.find(
      ({ start, end }) => end - start > 400 && end - start < 1500 && figures.some((figure) => figure.start >= start && figure.end <= end),
    )
    if (passage !== undefined) found.push(source.body.text.slice(passage.start, passage.end))
  }
  return found
}

/** Processor milliseconds of each paragraph. */
async function judgeAll({ index, settings }: Workspace): Promise<readonly number[]> {
  const readings = createSourceReadings()
  const taken: number[] = []
  for (const [at, text] of paragraphs.entries()) {
    const start = process.cpuUsage()
    await checkDocument({ text, path: `${at}.md`, index, settings, locale: 'en', readings })
    const { user, system } = process.cpuUsage(start)
    taken.push((user + system) / 1000)
  }
  return taken
}

function show(name: string, taken: readonly number[]): number {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length
  console.log(`${name}: median ${at(0.5).toFixed(1)} ms, mean ${mean.toFixed(1)} ms, 95 % below ${at(0.95).toFixed(1)} ms (processor)`)
  return at(0.5)
}
