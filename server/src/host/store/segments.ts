/** Segments of the inverted index in the database: written, searched, and merged when there are many. */
import { BucketWriter, bucketOf, bucketsFor, findInBucket, readBucket, writeBuckets } from '../../corpus/buckets'
import type { SearchableSegment } from '../../corpus/rank'
import { buildSegment, PostingList, PostingReader, type SegmentDocument } from '../../corpus/segment'
import type { Database, Statement } from './database'
import { blobOf, bytes, integers, number } from './values'

/** The number of a bucket in the id of its row. */
const bucketRange = 2 ** 24
/** A search looks into each segment, so there are few; merging writes them anew, so it waits until there are some. */
const most = 8

interface Loaded {
  readonly version: number
  readonly segment: SearchableSegment
}

export class Segments {
  readonly #statements: Readonly<
    Record<'list' | 'load' | 'bucket' | 'add' | 'addBucket' | 'dead' | 'bury' | 'remove' | 'removeBuckets', Statement>
  >
  #loaded = new Map<number, Loaded>()

  constructor(database: Database) {
    this.#statements = {
      list: database.prepare('SELECT id, version, sections, live, buckets FROM segment ORDER BY id'),
      load: database.prepare('SELECT version, buckets, lengths, owners, dead FROM segment WHERE id = ?'),
      bucket: database.prepare('SELECT bucket FROM posting WHERE id = ?'),
      add: database.prepare('INSERT INTO segment (version, sections, live, buckets, lengths, owners, dead) VALUES (0, ?, ?, ?, ?, ?, ?)'),
      addBucket: database.prepare('INSERT INTO posting (id, bucket) VALUES (?, ?)'),
      dead: database.prepare('SELECT live, owners, dead FROM segment WHERE id = ?'),
      bury: database.prepare('UPDATE segment SET version = version + 1, live = ?, dead = ? WHERE id = ?'),
      remove: database.prepare('DELETE FROM segment WHERE id = ?'),
      removeBuckets: database.prepare('DELETE FROM posting WHERE id BETWEEN ? AND ?'),
    }
  }

  /** As they are now; what has not changed since the last call is not read again. */
  current(): SearchableSegment[] {
    const loaded = new Map<number, Loaded>()
    for (const row of this.#statements.list.all()) {
      const [id, version] = [number(row, 'id'), number(row, 'version')]
      const known = this.#loaded.get(id)
      loaded.set(id, known?.version === version ? known : { version, segment: this.#load(id) })
    }
    this.#loaded = loaded
    return [...loaded.values()].map(({ segment }) => segment)
  }

  get live(): number {
    return this.#statements.list.all().reduce((sum, row) => sum + number(row, 'live'), 0)
  }

  /** Returns the id of the new segment. */
  add(documents: readonly SegmentDocument[]): number {
    const segment = buildSegment(documents)
    const buckets = bucketsFor(segment.names.count)
    const id = this.#insert(segment.lengths, segment.owners, buckets)
    writeBuckets(segment, buckets, (bucket, content) => this.#statements.addBucket.run(id * bucketRange + bucket, content))
    return id
  }

  /** Takes documents out of the segment that holds them. */
  bury(id: number, documents: ReadonlySet<number>): void {
    const row = this.#statements.dead.get(id)
    if (row === undefined) return
    const owners = integers(row, 'owners')
    const dead = bytes(row, 'dead').slice()
    let live = number(row, 'live')
    for (let at = 0; at < owners.length; at++) {
      if (dead[at] !== 0 || !documents.has(owners[at] ?? 0)) continue
      dead[at] = 1
      live--
    }
    if (live === 0) this.#drop(id, number(this.#statements.load.get(id) ?? {}, 'buckets'))
    else this.#statements.bury.run(live, dead, id)
  }

  /** Segments to be merged: the smallest where there are too many, and those that are mostly dead. */
  get surplus(): { readonly id: number; readonly buckets: number }[] {
    const segments = this.#statements.list
      .all()
      .map((row) => ({
        id: number(row, 'id'),
        sections: number(row, 'sections'),
        live: number(row, 'live'),
        buckets: number(row, 'buckets'),
      }))
      .sort((a, b) => a.live - b.live)
    const wasted = segments.filter(({ live, sections }) => live < sections / 2)
    // All but the largest few, so that a large segment is not written again for every small one.
    const smallest = segments.length > most ? segments.slice(0, segments.length - most / 2) : []
    return [...new Set([...wasted, ...smallest])].sort((a, b) => a.id - b.id)
  }

  /**
   * Puts the surplus into one segment and tells through `moved` which went where. To be called within a transaction.
   */
  merge(moved: (from: readonly number[], to: number) => void): void {
    const chosen = this.surplus
    if (chosen.length === 0) return
    const to = this.#mergeInto(chosen)
    moved(
      chosen.map(({ id }) => id),
      to,
    )
    for (const { id, buckets } of chosen) this.#drop(id, buckets)
  }

  #mergeInto(chosen: readonly { readonly id: number; readonly buckets: number }[]): number {
    const lengths: number[] = []
    const owners: number[] = []
    const parts = chosen.map(({ id, buckets }) => {
      const row = this.#statements.load.get(id) ?? {}
      const [ownLengths, ownOwners, dead] = [integers(row, 'lengths'), integers(row, 'owners'), bytes(row, 'dead')]
      // Where each living section goes; -1 for the dead.
      const places = new Int32Array(ownLengths.length).fill(-1)
      for (let at = 0; at < ownLengths.length; at++) {
        if (dead[at] !== 0) continue
        places[at] = lengths.push(ownLengths[at] ?? 0) - 1
        owners.push(ownOwners[at] ?? 0)
      }
      return { id, buckets, places }
    })
    const least = Math.min(...chosen.map(({ buckets }) => buckets))
    // Distinct terms of a merger are fewer than the sum, so its buckets come out somewhat smaller than aimed at.
    const buckets = Math.min(bucketRange, 2 ** Math.ceil(Math.log2(chosen.reduce((sum, part) => sum + part.buckets, 0) / 2)))
    const total = Math.max(buckets, least)
    const id = this.#insert(Uint32Array.from(lengths), Uint32Array.from(owners), total)
    // All buckets whose number ends in the same bits depend on the same buckets of the parts.
    for (let ending = 0; ending < least; ending++) {
      const lists = new Map<string, PostingList>()
      for (const part of parts) {
        for (let bucket = ending; bucket < part.buckets; bucket += least) {
          const row = this.#statements.bucket.get(part.id * bucketRange + bucket)
          if (row === undefined) continue
          for (const [term, postings] of readBucket(bytes(row, 'bucket'))) append(lists, term, postings, part.places)
        }
      }
      const writers = new Map<number, BucketWriter>()
      for (let bucket = ending; bucket < total; bucket += least) writers.set(bucket, new BucketWriter())
      for (const [term, list] of lists) writers.get(bucketOf(term, total))?.add(term, list.bytes())
      for (const [bucket, writer] of writers) this.#statements.addBucket.run(id * bucketRange + bucket, writer.take())
    }
    return id
  }

  #insert(lengths: Uint32Array, owners: Uint32Array, buckets: number): number {
    const dead = new Uint8Array(lengths.length)
    const { lastInsertRowid } = this.#statements.add.run(lengths.length, lengths.length, buckets, blobOf(lengths), blobOf(owners), dead)
    return Number(lastInsertRowid)
  }

  #drop(id: number, buckets: number): void {
    this.#statements.removeBuckets.run(id * bucketRange, id * bucketRange + buckets - 1)
    this.#statements.remove.run(id)
  }

  #load(id: number): SearchableSegment {
    const row = this.#statements.load.get(id) ?? {}
    const buckets = number(row, 'buckets')
    const { bucket } = this.#statements
    return {
      lengths: integers(row, 'lengths'),
      owners: integers(row, 'owners'),
      dead: bytes(row, 'dead'),
      postings(term) {
        const found = bucket.get(id * bucketRange + bucketOf(term, buckets))
        return found === undefined ? undefined : findInBucket(bytes(found, 'bucket'), term)
      },
    }
  }
}

function append(lists: Map<string, PostingList>, term: string, postings: Uint8Array, places: Int32Array): void {
  let list = lists.get(term)
  const reader = new PostingReader(postings)
  while (reader.next()) {
    const place = places[reader.section] ?? -1
    if (place < 0) continue
    if (list === undefined) lists.set(term, (list = new PostingList()))
    list.add(place, reader.count)
  }
}
