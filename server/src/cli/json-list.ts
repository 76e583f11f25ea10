/** Lists of any length as one JSON array, an item a line, without holding them in memory. */
import type { Output } from './terminal'

export async function writeJsonList(items: AsyncIterable<unknown>, output: Output): Promise<void> {
  let separator = '[\n'
  for await (const item of items) {
    await output.write(`${separator}${JSON.stringify(item)}`)
    separator = ',\n'
  }
  await output.write(separator === '[\n' ? '[]\n' : '\n]\n')
}
