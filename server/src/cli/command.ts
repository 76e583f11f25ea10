/** A command of the command line: what it takes, what it says of itself and what it does. Each has a module of its own in commands/. */
import type { Locale } from '../text/locale'
import type { Options, Parsed, Values } from './options'
import type { ExitCode, Terminal } from './terminal'

export interface Command<Table extends Options = Options> {
  /** What follows "beleg" in the first line of `--help`: "check [FILES…]". */
  readonly usage: string
  readonly about: Readonly<Record<Locale, string>>
  readonly options: Table
  run(call: Call<Table>): Promise<ExitCode>
}

export interface Call<Table extends Options = Options> extends Parsed<Table> {
  readonly terminal: Terminal
  readonly locale: Locale
}

/** Keeps the types of the table of options for `run`. */
export function defineCommand<const Table extends Options>(command: Command<Table>): Command {
  return { ...command, run: (call) => command.run({ ...call, values: call.values as Values<Table> }) }
}
