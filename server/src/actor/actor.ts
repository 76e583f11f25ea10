/** Actors: persons, organisations, states and places, as mentioned in a text and as known to a corpus. */
import type { Span } from '../text/span'

export type ActorType = 'person' | 'organisation' | 'state' | 'place'

/** Where a text speaks of an actor. */
export interface Mention extends Span {
  readonly text: string
  readonly type: ActorType
  /** The name this mention stands for within its text: "Friedrich Merz" for "Merz’", "der Kanzler" and "Bundeskanzler Merz"; "Deutschland" for "Deutschlands". */
  readonly name: string
  /** The role given right here: "Bundeskanzler". */
  readonly role?: string
}

/** An actor as the corpus or actors.yaml knows it. */
export interface Actor {
  readonly name: string
  readonly type: ActorType
  readonly aliases: readonly string[]
  readonly roles: readonly ActorRole[]
  /** How often and in how many sources it is mentioned. */
  readonly mentions: number
  readonly sources: number
}

export interface ActorRole {
  readonly role: string
  /** Keys of sources that give it, most recent first. */
  readonly sources: readonly string[]
}
