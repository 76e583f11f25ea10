/**
 * Actors in the database: totals by actor, tallies by document, the texts by which names are found, the words of names. Totals are kept up
 * with every change, because an author who types a capital letter cannot wait until twenty thousand sources that name a state are added up.
 */
import type { Actor, ActorRole, ActorType } from '../../actor/actor'
import { mostRoleSources } from '../../actor/actor'
import { folded } from '../../actor/folded'
import { briefRoles, byRecencyOfRole, edgesOf, formsOf, isFoundBy, lengthLeeway, nameWords } from '../../corpus/actors'
import type { ActorDetail, ActorTally, NameWord } from '../../corpus/index'
import type { Database, Row, Statement } from './database'
import { isActorType, number, optionalText, text } from './values'

/** Of a prefix that thousands of names have, only the forms of the most mentioned are looked at. */
const mostForms = 400
/** Of sources of one day the first by key are named, as long as they are so few; only so many rows are sorted. */
const mostOfOneDay = 50
const afterAll = '\u{10ffff}'

const queries = {
  find: 'SELECT id FROM actor WHERE name = ? AND type = ?',
  insert: 'INSERT INTO actor (name, type, mentions, sources) VALUES (?, ?, 0, 0)',
  add: 'UPDATE actor SET mentions = mentions + ?, sources = sources + ? WHERE id = ?',
  get: 'SELECT id, name, type, mentions, sources FROM actor WHERE id = ?',
  all: 'SELECT id, name, type, mentions, sources FROM actor WHERE sources > 0 ORDER BY mentions DESC, name LIMIT ?',
  addTally: 'INSERT INTO tally (document, actor, published, mentions, aliases) VALUES (?, ?, ?, ?, ?)',
  tallies: 'SELECT actor, mentions, aliases FROM tally WHERE document = ?',
  removeTallies: 'DELETE FROM tally WHERE document = ?',
  naming: `SELECT key, recent.published AS published FROM
      (SELECT document, published FROM tally WHERE actor = ? ORDER BY published DESC LIMIT ${mostOfOneDay})
    AS recent JOIN document ON document.id = recent.document ORDER BY recent.published DESC, key LIMIT ?`,
  addAlias: 'INSERT INTO alias (actor, text, sources) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET sources = sources + 1 RETURNING sources',
  dropAlias: 'UPDATE alias SET sources = sources - 1 WHERE actor = ? AND text = ?',
  removeAlias: 'DELETE FROM alias WHERE actor = ? AND text = ? AND sources <= 0',
  aliases: 'SELECT text FROM alias WHERE actor = ? ORDER BY sources DESC, text',
  addRole: `INSERT INTO role (actor, role, former, sources) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET sources = sources + 1 RETURNING id`,
  roles: 'SELECT id, role, former FROM role WHERE actor = ?',
  briefRoles: 'SELECT role, former FROM role WHERE actor = ? ORDER BY former, sources DESC, role LIMIT ?',
  holders: 'SELECT actor FROM role WHERE role = ? AND former = 0 ORDER BY sources DESC LIMIT ?',
  addGiving: 'INSERT OR IGNORE INTO giving (role, published, document, since) VALUES (?, ?, ?, ?)',
  givenBy: 'SELECT role FROM giving WHERE document = ?',
  dropRole: 'UPDATE role SET sources = sources - 1 WHERE id = ?',
  removeRole: 'DELETE FROM role WHERE id = ? AND sources <= 0',
  removeGivings: 'DELETE FROM giving WHERE document = ?',
  latest: `SELECT key, recent.published AS published FROM
      (SELECT document, published FROM giving WHERE role = ? ORDER BY published DESC LIMIT ${mostOfOneDay})
    AS recent JOIN document ON document.id = recent.document ORDER BY recent.published DESC, key LIMIT ?`,
  first: "SELECT published FROM giving WHERE role = ? AND published > '' ORDER BY published LIMIT 1",
  since: 'SELECT since FROM giving WHERE role = ? AND since IS NOT NULL ORDER BY published DESC LIMIT 1',
  addForm: 'INSERT OR IGNORE INTO form (text, actor, weight) VALUES (?, ?, ?)',
  setWeight: 'UPDATE form SET weight = ? WHERE actor = ?',
  byLetter: `SELECT actor, weight FROM form WHERE substr(text, 1, 1) = ? AND weight > 2 ORDER BY weight DESC, text LIMIT ?`,
  byLetters: `SELECT actor, weight FROM form WHERE substr(text, 1, 2) = ? AND text >= ? AND text < ? ORDER BY weight DESC, text LIMIT ?`,
  byStart: 'SELECT actor FROM form WHERE text >= ? AND text < ? LIMIT ?',
  byForm: 'SELECT actor FROM form WHERE text = ? ORDER BY weight DESC LIMIT ?',
  addWord: `INSERT INTO word (word, lower, reversed, mentions, sources) VALUES (?, ?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions, sources = sources + 1`,
  dropWord: 'UPDATE word SET mentions = mentions - ?, sources = sources - 1 WHERE word = ?',
  removeWord: 'DELETE FROM word WHERE word = ? AND sources <= 0',
  wordsFrom: 'SELECT word, mentions, sources FROM word WHERE lower >= ? AND lower < ? AND length(word) BETWEEN ? AND ?',
  wordsTo: 'SELECT word, mentions, sources FROM word WHERE reversed >= ? AND reversed < ? AND length(word) BETWEEN ? AND ?',
} as const

export class Actors {
  readonly #statements: Readonly<Record<keyof typeof queries, Statement>>

  constructor(database: Database) {
    const prepared = Object.entries(queries).map(([name, sql]) => [name, database.prepare(sql)])
    this.#statements = Object.fromEntries(prepared) as Record<keyof typeof queries, Statement>
  }

  add(document: number, published: string, tallies: readonly ActorTally[]): void {
    const run = this.#statements
    for (const { name, type, mentions, aliases, roles } of tallies) {
      const found = run.find.get(name, type)
      const id = found === undefined ? Number(run.insert.run(name, type).lastInsertRowid) : number(found, 'id')
      const before = found === undefined ? 0 : this.#mentionsOf(id)
      const weight = weightOf(before + mentions)
      run.add.run(mentions, 1, id)
      run.addTally.run(document, id, published, mentions, JSON.stringify(aliases))
      if (weight !== weightOf(before) && found !== undefined) run.setWeight.run(weight, id)
      if (found === undefined) this.#addForms(name, id, weight)
      for (const alias of aliases) if (run.addAlias.get(id, alias)?.['sources'] === 1) this.#addForms(alias, id, weight)
      for (const { role, former, since } of roles) {
        const row = run.addRole.get(id, role, former === true ? 1 : 0)
        if (row !== undefined) run.addGiving.run(number(row, 'id'), published, document, since ?? null)
      }
      for (const word of new Set(nameWords(name))) {
        const lower = word.toLowerCase()
        run.addWord.run(word, lower, reversed(lower), mentions)
      }
    }
  }

  remove(document: number): void {
    const run = this.#statements
    for (const row of run.tallies.all(document)) {
      const [actor, mentions] = [number(row, 'actor'), number(row, 'mentions')]
      const known = run.get.get(actor)
      run.add.run(-mentions, -1, actor)
      const before = known === undefined ? 0 : number(known, 'mentions')
      if (weightOf(before) !== weightOf(before - mentions)) run.setWeight.run(weightOf(before - mentions), actor)
      for (const alias of JSON.parse(text(row, 'aliases')) as string[]) {
        run.dropAlias.run(actor, alias)
        run.removeAlias.run(actor, alias)
      }
      for (const word of new Set(nameWords(known === undefined ? '' : text(known, 'name')))) {
        run.dropWord.run(mentions, word)
        run.removeWord.run(word)
      }
    }
    for (const row of run.givenBy.all(document)) {
      run.dropRole.run(number(row, 'role'))
      run.removeRole.run(number(row, 'role'))
    }
    run.removeGivings.run(document)
    run.removeTallies.run(document)
  }

  /** Actors with a form that starts with `wanted`, most mentioned first. */
  matching(wanted: string, limit: number, detail: ActorDetail): Actor[] {
    const run = this.#statements
    const prefix = folded(wanted)
    if (prefix === '') return run.all.all(limit).flatMap((row) => this.#actorOf(row, detail))
    const most = Math.max(mostForms, limit)
    const rows =
      prefix.length === 1
        ? heaviest(run.byLetter.all(prefix, most), limit)
        : prefix.length < 5
          ? heaviest(run.byLetters.all(prefix.slice(0, 2), prefix, prefix + afterAll, most), limit)
          : run.byStart.all(prefix, prefix + afterAll, 10 * most)
    // A letter that begins rare names only.
    const all = rows.length === 0 ? run.byStart.all(prefix, prefix + afterAll, most) : rows
    return this.#mostMentioned(all, limit, detail, (actor) => isFoundBy(actor, wanted))
  }

  /** Actors whose name or alias is `name` or ends with it, most mentioned first. */
  called(name: string, limit: number, detail: ActorDetail): Actor[] {
    return this.#mostMentioned(this.#statements.byForm.all(folded(name), mostForms), limit, detail)
  }

  withRole(role: string, limit: number): Actor[] {
    return this.#statements.holders.all(role, limit).flatMap((row) => this.#actorOf(this.#statements.get.get(number(row, 'actor'))))
  }

  similarNames(word: string): NameWord[] {
    const { first, last } = edgesOf(word)
    const lengths = [word.length - lengthLeeway, word.length + lengthLeeway] as const
    const end = reversed(last)
    const rows = [
      ...this.#statements.wordsFrom.all(first, first + afterAll, ...lengths),
      ...this.#statements.wordsTo.all(end, end + afterAll, ...lengths),
    ]
    const words = new Map(rows.map((row) => [text(row, 'word'), row]))
    return [...words]
      .map(([known, row]) => ({ word: known, mentions: number(row, 'mentions'), sources: number(row, 'sources') }))
      .sort((a, b) => (a.word < b.word ? -1 : 1))
  }

  sourcesNaming({ name, type }: Pick<Actor, 'name' | 'type'>, limit: number): string[] {
    const row = this.#statements.find.get(name, type)
    return row === undefined ? [] : this.#statements.naming.all(number(row, 'id'), limit).map((source) => text(source, 'key'))
  }

  #mentionsOf(id: number): number {
    const row = this.#statements.get.get(id)
    return row === undefined ? 0 : number(row, 'mentions')
  }

  #mostMentioned(rows: readonly Row[], limit: number, detail: ActorDetail, isMeant: (actor: Actor) => boolean = () => true): Actor[] {
    const found = [...new Set(rows.map((row) => number(row, 'actor')))]
      .map((id) => this.#statements.get.get(id))
      .filter((row) => row !== undefined)
      .filter((row) => number(row, 'sources') > 0)
      .sort((a, b) => number(b, 'mentions') - number(a, 'mentions') || (text(a, 'name') < text(b, 'name') ? -1 : 1))
    const actors: Actor[] = []
    for (const row of found) {
      if (actors.length >= limit) break
      // Forms outlive the documents that used them.
      for (const actor of this.#actorOf(row, detail)) if (isMeant(actor)) actors.push(actor)
    }
    return actors
  }

  #actorOf(row: Row | undefined, detail: ActorDetail = 'full'): Actor[] {
    const type: string | ActorType = row === undefined ? '' : text(row, 'type')
    if (row === undefined || !isActorType(type)) return []
    const id = number(row, 'id')
    return [
      {
        name: text(row, 'name'),
        type,
        aliases: this.#statements.aliases.all(id).map((alias) => text(alias, 'text')),
        roles:
          detail === 'brief' ? this.#briefRolesOf(id) : byRecencyOfRole(this.#statements.roles.all(id).map((role) => this.#roleOf(role))),
        mentions: number(row, 'mentions'),
        sources: number(row, 'sources'),
      },
    ]
  }

  #briefRolesOf(id: number): ActorRole[] {
    return this.#statements.briefRoles
      .all(id, briefRoles)
      .map((row) => ({ role: text(row, 'role'), ...(number(row, 'former') === 1 && { former: true }), sources: [] }))
  }

  #roleOf(row: Row): ActorRole {
    const run = this.#statements
    const id = number(row, 'id')
    const givings = run.latest.all(id, mostRoleSources)
    const firstRow = run.first.get(id)
    const last = givings[0] === undefined ? '' : text(givings[0], 'published').slice(0, 10)
    const sinceRow = run.since.get(id)
    const since = sinceRow === undefined ? undefined : optionalText(sinceRow, 'since')
    return {
      role: text(row, 'role'),
      ...(number(row, 'former') === 1 && { former: true }),
      ...(since !== undefined && { since }),
      sources: givings.map((giving) => text(giving, 'key')),
      ...(firstRow !== undefined && { first: text(firstRow, 'published').slice(0, 10) }),
      ...(last !== '' && { last }),
    }
  }

  #addForms(name: string, actor: number, weight: number): void {
    for (const form of formsOf(name)) this.#statements.addForm.run(form, actor, weight)
  }
}

/** Of rows in the order of their weight so many as hold the `limit` most mentioned actors, and some that may be out of date. */
function heaviest(rows: readonly Row[], limit: number): readonly Row[] {
  const actors = new Set<number>()
  let weight = 0
  for (const [at, row] of rows.entries()) {
    if (actors.size >= limit * 1.5 && number(row, 'weight') < weight) return rows.slice(0, at)
    weight = number(row, 'weight')
    actors.add(number(row, 'actor'))
  }
  return rows
}

/** Grows by one when mentions double, so that forms are seldom written anew. */
function weightOf(mentions: number): number {
  return Math.ceil(Math.log2(1 + mentions))
}

function reversed(word: string): string {
  return [...word].reverse().join('')
}
