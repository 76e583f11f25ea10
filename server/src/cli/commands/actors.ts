/** `beleg actors`: the persons, organisations, states and places that the corpus knows. */
import type { Actor } from '../../actor/actor'
import { defineCommand } from '../command'
import { listOptions, withCorpus } from '../corpus'
import { writeJsonList } from '../json-list'
import { table } from '../table'
import { findAllActors } from '../workspaces'

/** More than anybody reads; the most mentioned come first. */
const most = 100_000

export const actors = defineCommand({
  usage: 'actors [OPTIONS] [TEXT]',
  about: {
    de: 'Listet die Akteure der Quellen, die meistgenannten zuerst; mit TEXT nur solche, deren Name ein so beginnendes Wort enthält.',
    en: 'Lists the actors of the sources, the most mentioned first; with TEXT only those whose name has a word that begins so.',
  },
  options: listOptions,
  run: (call) =>
    withCorpus(call, async (workspace) => {
      const { values, positionals, terminal, locale } = call
      await findAllActors(workspace, values, terminal, locale)
      const { index } = workspace
      const found = await index.findActors(positionals.join(' '), most)
      if (values.format === 'json') await writeJsonList(each(found), terminal.stdout)
      else await terminal.stdout.write(table(found.map(rowOf), terminal.stdout))
      return 0
    }),
})

async function* each(found: readonly Actor[]): AsyncGenerator<unknown> {
  for (const { name, type, aliases, roles, mentions, sources } of found) yield { name, type, aliases, roles, mentions, sources }
}

function rowOf({ name, type, mentions, sources, roles, aliases }: Actor): string[] {
  return [
    String(mentions),
    String(sources),
    type,
    name,
    [roles.map(({ role }) => role).join(', '), aliases.join(', ')].filter((part) => part !== '').join(' · '),
  ]
}
