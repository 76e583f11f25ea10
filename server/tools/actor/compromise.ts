/** What the package compromise knows of English: names by kind. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Compromise {
  /** Names of a kind ("SportsTeam"), with capitals. */
  names(kind: string): string[]
}

interface Loaded {
  readonly default: {
    world(): {
      readonly model: { readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> } }
    }
  }
}

/** `packages` is a node_modules folder. */
export async function loadCompromise(packages: string): Promise<Compromise> {
  const loaded: Loaded = await import(pathToFileURL(join(packages, 'compromise/src/three.js')).href)
  const { model } = loaded.default.world()
  const entries = Object.entries(model.one.lexicon)
  return {
    names: (kind) => entries.filter(([, kinds]) => [kinds].flat().includes(kind)).map(([name]) => capitalised(name)),
  }
}

/** The lexicon is in lower case: "bank of america" is "Bank of America", and "ibm", without a vowel to speak it, "IBM". */
function capitalised(name: string): string {
  return name
    .split(' ')
    .map((word, at) => {
      if (at > 0 && /^(of|the|and|de|la|del|in|for)$/.test(word)) return word
      if (word.length <= 4 && !/[aeiouy]/.test(word)) return word.toUpperCase()
      return word.charAt(0).toUpperCase() + word.slice(1)
    })
    .join(' ')
}
