/** Actors in the database: totals by actor, tallies by document, and the forms of their names by their words. */
import type { Actor } from '../../actor/actor'
import { hasWordStartingWith } from '../../corpus/actors'
import type { ActorTally } from '../../corpus/index'
import type { Database, Statement } from './database'
import { isActorType, number, text } from './values'

export class Actors {
  readonly #statements: Readonly<
    Record<
      'find' | 'insert' | 'add' | 'tally' | 'form' | 'tallies' | 'subtract' | 'removeTallies' | 'matching' | 'all' | 'details',
      Statement
    >
  >

  constructor(database: Database) {
    this.#statements = {
      find: database.prepare('SELECT id FROM actor WHERE name = ? AND type = ?'),
      insert: database.prepare('INSERT INTO actor (name, type, mentions, sources) VALUES (?, ?, 0, 0)'),
      add: database.prepare('UPDATE actor SET mentions = mentions + ?, sources = sources + 1 WHERE id = ?'),
      tally: database.prepare('INSERT INTO tally (document, actor, mentions, aliases, roles) VALUES (?, ?, ?, ?, ?)'),
      form: database.prepare('INSERT OR IGNORE INTO form (text, actor) VALUES (?, ?)'),
      tallies: database.prepare('SELECT actor, mentions FROM tally WHERE document = ?'),
      subtract: database.prepare('UPDATE actor SET mentions = mentions - ?, sources = sources - 1 WHERE id = ?'),
      removeTallies: database.prepare('DELETE FROM tally WHERE document = ?'),
      matching: database.prepare(
        `SELECT id, name, type, mentions, sources FROM actor
         WHERE id IN (SELECT actor FROM form WHERE text >= ? AND text < ?) AND sources > 0 ORDER BY mentions DESC, name`,
      ),
      all: database.prepare('SELECT id, name, type, mentions, sources FROM actor WHERE sources > 0 ORDER BY mentions DESC, name LIMIT ?'),
      details: database.prepare(
        `SELECT aliases, roles, key FROM tally JOIN document ON document.id = tally.document
         WHERE actor = ? AND (aliases <> '[]' OR roles <> '[]') ORDER BY published DESC, key`,
      ),
    }
  }

  add(document: number, tallies: readonly ActorTally[]): void {
    for (const { name, type, mentions, aliases, roles } of tallies) {
      const found = this.#statements.find.get(name, type)
      const id = found === undefined ? Number(this.#statements.insert.run(name, type).lastInsertRowid) : number(found, 'id')
      this.#statements.add.run(mentions, id)
      this.#statements.tally.run(document, id, mentions, JSON.stringify(aliases), JSON.stringify(roles))
      if (found === undefined) this.#addForms(name, id)
      for (const alias of aliases) this.#addForms(alias, id)
    }
  }

  remove(document: number): void {
    for (const row of this.#statements.tallies.all(document)) this.#statements.subtract.run(number(row, 'mentions'), number(row, 'actor'))
    this.#statements.removeTallies.run(document)
  }

  /** Actors with a word that starts with `wanted`, most mentioned first. */
  matching(wanted: string, limit: number): Actor[] {
    const prefix = wanted.toLowerCase()
    const rows = prefix === '' ? this.#statements.all.all(limit) : this.#statements.matching.all(prefix, `${prefix}\u{10ffff}`)
    const actors: Actor[] = []
    for (const row of rows) {
      if (actors.length >= limit) break
      const type = text(row, 'type')
      if (!isActorType(type)) continue
      const details = this.#detailsOf(number(row, 'id'))
      const name = text(row, 'name')
      // Forms outlive the documents that used them.
      if (![name, ...details.aliases].some((form) => hasWordStartingWith(form, wanted))) continue
      actors.push({ name, type, ...details, mentions: number(row, 'mentions'), sources: number(row, 'sources') })
    }
    return actors
  }

  #detailsOf(actor: number): Pick<Actor, 'aliases' | 'roles'> {
    const aliases = new Set<string>()
    const roles = new Map<string, string[]>()
    for (const row of this.#statements.details.all(actor)) {
      for (const alias of JSON.parse(text(row, 'aliases')) as string[]) aliases.add(alias)
      for (const role of JSON.parse(text(row, 'roles')) as string[]) roles.set(role, [...(roles.get(role) ?? []), text(row, 'key')])
    }
    return { aliases: [...aliases], roles: [...roles].map(([role, sources]) => ({ role, sources })) }
  }

  #addForms(name: string, actor: number): void {
    const lower = name.toLowerCase()
    for (const { index } of lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) this.#statements.form.run(lower.slice(index), actor)
  }
}
