/**
 * Time and memory of the whole way: npm run bench -- corpus SOURCES [DOCUMENTS…]
 * Builds the index from nothing, opens it again, checks the documents twice.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../../server/src/host/workspace'
import { checkDocument } from '../../server/src/service/check'
import { createSourceReadings } from '../../server/src/service/readings'

const [sources, ...documents] = process.argv.slice(2)
if (sources === undefined) throw new Error('usage: npm run bench -- corpus SOURCES [DOCUMENTS…]')

const cacheLocation = mkdtempSync(join(tmpdir(), 'beleg-bench-'))
const options = { folder: sources, sources: [sources], cacheLocation }
const megabytes =
  readdirSync(sources, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => sum + sizeOf(join(sources, path)), 0) / 1e6

const cold = await openWorkspace(options)
await timed(`index ${megabytes.toFixed(1)} MB from nothing`, async () => {
  const { read, skipped } = await cold.refresh()
  return `${read.length} read, ${skipped.length} skipped`
})
await cold.close()
const warm = await openWorkspace(options)
await timed('open the same index again', async () => `${(await warm.refresh()).unchanged} unchanged`)
const readings = createSourceReadings()
for (const label of ['check with nothing read yet', 'check again'])
  await timed(`${label}, ${documents.length} documents`, async () => {
    let figures = 0
    for (const path of documents) {
      const text = readFileSync(path, 'utf8')
      const { index, settings } = warm
      figures += (await checkDocument({ text, path, index, settings, locale: 'en', readings })).judgements.length
    }
    return `${figures} figures`
  })
await warm.close()
rmSync(cacheLocation, { recursive: true, force: true })

async function timed(label: string, action: () => Promise<string>): Promise<void> {
  const start = performance.now()
  const outcome = await action()
  const seconds = (performance.now() - start) / 1000
  const { rss, heapUsed } = process.memoryUsage()
  console.log(
    `${label.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s  ${(rss / 1e6).toFixed(0)} MB (heap ${(heapUsed / 1e6).toFixed(0)} MB)  ${outcome}`,
  )
}

function sizeOf(path: string): number {
  const found = statSync(path)
  return found.isFile() ? found.size : 0
}
