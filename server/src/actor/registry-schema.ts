/** The JSON Schema of actors.yaml, by which editors complete and check it while it is written. */
import type { Locale } from '../text/locale'
import type { ActorType } from './actor'

export const actorTypes: readonly ActorType[] = ['person', 'organisation', 'state', 'place']

export function registrySchema(locale: Locale): object {
  const words = messages[locale]
  const name = { type: 'string', minLength: 1 }
  const names = { anyOf: [name, { type: 'array', items: name }, { type: 'null' }] }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'actors.yaml',
    type: 'object',
    additionalProperties: false,
    properties: {
      actors: {
        description: words.actors,
        type: ['array', 'null'],
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: {
            name: { description: words.name, ...name },
            type: { description: words.type, enum: actorTypes },
            aliases: { description: words.aliases, ...names },
            roles: { description: words.roles, ...names },
          },
        },
      },
      block: { description: words.block, ...names },
    },
  }
}

const messages = {
  de: {
    actors: 'Akteure mit ihren Namen; was hier steht, gilt mehr als alles, was erkannt wurde.',
    name: 'Der Name, unter dem der Akteur geführt wird.',
    type: 'Person, Organisation, Staat oder Ort.',
    aliases: 'Wie er sonst genannt wird.',
    roles: 'Ämter und Funktionen.',
    block: 'Was kein Akteur ist.',
  },
  en: {
    actors: 'Actors with their names; what stands here counts more than all that was recognised.',
    name: 'The name by which the actor is listed.',
    type: 'Person, organisation, state or place.',
    aliases: 'What else it is called.',
    roles: 'Offices and functions.',
    block: 'What is no actor.',
  },
} satisfies Record<Locale, unknown>
