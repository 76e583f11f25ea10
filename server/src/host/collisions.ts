/** Sources that claim the same key, as problems of their files: a citation of it may mean the other one. */
import type { Collision, CorpusIndex } from '../corpus/index'
import type { Problem } from '../settings/settings'
import type { Locale } from '../text/locale'

/** More than anybody mends at once. */
const most = 20

export async function collisionProblems(index: CorpusIndex, locale: Locale): Promise<readonly Problem[]> {
  const collisions = await index.collisions(most)
  return collisions.map((collision) => ({
    path: collision.path,
    line: 1,
    span: { start: 0, end: 0 },
    message: collision.pinned ? messages[locale].pinned(collision) : messages[locale].named(collision),
    severity: 'warning',
  }))
}

const messages = {
  de: {
    pinned: ({ claim, holder, key }: Collision) =>
      `Den Schlüssel „${claim}“ hat schon ${holder}; diese Quelle heißt deshalb „${key}“. In einer der beiden einen anderen setzen (id:).`,
    named: ({ claim, holder, key }: Collision) =>
      `Auf den Schlüssel „${claim}“ hört schon ${holder}; diese Quelle heißt deshalb „${key}“. Eine der beiden umbenennen oder ihr mit id: einen eigenen Schlüssel geben.`,
  },
  en: {
    pinned: ({ claim, holder, key }: Collision) =>
      `${holder} has the key "${claim}" already, so this source is called "${key}". Set another one in either of them (id:).`,
    named: ({ claim, holder, key }: Collision) =>
      `${holder} goes by the key "${claim}" already, so this source is called "${key}". Rename either of them, or give it a key of its own by id:.`,
  },
} satisfies Record<Locale, unknown>
