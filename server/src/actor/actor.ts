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
  /** How the text dates that role, if it does. */
  readonly term?: RoleTerm
}

/** "früherer Bundeskanzler" and "seit Mai 2025 Regierungssprecher". */
export interface RoleTerm {
  readonly former?: true
  /** ISO 8601, as precise as the text: "2025-05". */
  readonly since?: string
}

/** A role as a text gives it. */
export interface StatedRole extends RoleTerm {
  readonly role: string
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

export interface ActorRole extends StatedRole {
  /** Keys of sources that give it, most recent first, at most `mostRoleSources`. */
  readonly sources: readonly string[]
  /** When the first and the last of all sources that give it were published, where they say. */
  readonly first?: string
  readonly last?: string
}

/** How many sources are named for a role; who wants to know more searches. */
export const mostRoleSources = 5
