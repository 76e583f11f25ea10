import type { Disposable } from 'vscode'
import type { BelegServer } from '../server'
import { registerActors } from './actors'
import { registerFigures } from './figures'
import { registerSources } from './sources'

export function registerViews(server: BelegServer): Disposable[] {
  return [...registerFigures(server), ...registerSources(server), ...registerActors(server)]
}
