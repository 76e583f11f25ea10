/** Finds the command, parses its options and turns every failure into one sentence on standard error and an exit code. */
import { version } from '../../../package.json'
import { type Locale, localeOfEnvironment } from '../text/locale'
import type { Command } from './command'
import type { Options } from './options'
import { describeOptions, parseOptions, similar } from './options'
import type { ExitCode, Terminal } from './terminal'
import { Failure, traceOf } from './terminal'

/** Commands load when they are called, so that `beleg --version` and completion scripts need not wait for readers of PDF. */
const commands: Readonly<Record<string, Listed>> = {
  check: {
    about: { de: 'Dokumente an den Quellen prüfen', en: 'check documents against the sources' },
    load: async () => (await import('./commands/check')).check,
  },
  report: {
    about: { de: 'Bericht mit allen Belegen als eine HTML-Seite', en: 'report with all evidence as one HTML page' },
    load: async () => (await import('./commands/report')).report,
  },
  index: {
    about: { de: 'den Index aufbauen oder auffrischen', en: 'build or refresh the index' },
    load: async () => (await import('./commands/index')).index,
  },
  sources: {
    about: { de: 'Quellen listen', en: 'list sources' },
    load: async () => (await import('./commands/sources')).sources,
  },
  figures: {
    about: { de: 'Zahlen der Quellen listen', en: 'list the figures of the sources' },
    load: async () => (await import('./commands/figures')).figures,
  },
  actors: {
    about: { de: 'Akteure der Quellen listen', en: 'list the actors of the sources' },
    load: async () => (await import('./commands/actors')).actors,
  },
  bibliography: {
    about: { de: 'Quellen als CSL JSON', en: 'sources as CSL JSON' },
    load: async () => (await import('./commands/bibliography')).bibliography,
  },
  extract: {
    about: { de: 'Zahlen und Akteure aus Texten lesen (NDJSON)', en: 'read figures and actors from texts (NDJSON)' },
    load: async () => (await import('./commands/extract')).extract,
  },
  server: {
    about: { de: 'Sprachserver für Editoren', en: 'language server for editors' },
    load: async () => (await import('./commands/server')).server,
  },
}

interface Listed {
  readonly about: Readonly<Record<Locale, string>>
  readonly load: () => Promise<Command>
}

const common = {
  locale: {
    value: 'de|en',
    values: ['de', 'en'],
    help: { de: 'Sprache der Meldungen (sonst nach LANG)', en: 'language of messages (else by LANG)' },
  },
  help: { short: 'h', help: { de: 'diese Hilfe', en: 'this help' } },
} as const satisfies Options

export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const locale = localeAsked(args) ?? localeOfEnvironment(terminal.env)
  try {
    return await dispatch(args, terminal, locale)
  } catch (cause) {
    const say = messages[locale]
    if (cause instanceof Failure) await terminal.stderr.write(`beleg: ${cause.message}\n`)
    else if (terminal.signal.aborted) await terminal.stderr.write(`beleg: ${say.aborted}\n`)
    else await terminal.stderr.write(`beleg: ${say.internal(traceOf(cause, terminal))}\n`)
    return 2
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal, locale: Locale): Promise<ExitCode> {
  if (name === '--version' || name === '-V') {
    await terminal.stdout.write(`${version}\n`)
    return 0
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name !== undefined
    const listed = rest[0] === undefined ? undefined : commands[rest[0]]
    const text = listed === undefined ? overview(locale) : helpOf(await listed.load(), locale)
    await (asked ? terminal.stdout : terminal.stderr).write(text)
    return asked ? 0 : 2
  }
  const listed = commands[name]
  if (listed === undefined) throw new Failure(messages[locale].unknown(name, similar(name, Object.keys(commands))))
  const command = await listed.load()
  const { values, positionals } = parseOptions({ ...command.options, ...common }, rest, locale)
  if (values.help) {
    await terminal.stdout.write(helpOf(command, locale))
    return 0
  }
  return command.run({ values, positionals, terminal, locale })
}

/** Looked up before anything else is parsed, so that complaints about options come in the right language too. */
function localeAsked(args: readonly string[]): Locale | undefined {
  const at = args.indexOf('--locale')
  const value = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--locale='))?.slice('--locale='.length)
  return value === 'de' || value === 'en' ? value : undefined
}

function overview(locale: Locale): string {
  const say = messages[locale]
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2
  const rows = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}${about[locale]}`)
  return `${say.usage}: beleg ${say.command}\n\n${rows.join('\n')}\n\n${say.more}\n`
}

function helpOf(command: Command, locale: Locale): string {
  const say = messages[locale]
  return `${say.usage}: beleg ${command.usage}\n\n${command.about[locale]}\n\n${describeOptions({ ...command.options, ...common }, locale)}\n`
}

const messages = {
  de: {
    usage: 'Aufruf',
    command: 'BEFEHL [OPTIONEN] [DATEIEN…]',
    more: 'Mehr zu einem Befehl: beleg BEFEHL --help    Version: beleg --version',
    unknown: (name: string, meant?: string) =>
      `Den Befehl „${name}“ gibt es nicht.${meant === undefined ? '' : ` Gemeint ist wohl „${meant}“.`} Alle Befehle: beleg --help`,
    aborted: 'abgebrochen.',
    internal: (what: string) =>
      `Unerwarteter Fehler in Beleg: ${what} Bitte melden; mit BELEG_TRACE=1 steht hier auch die Stelle im Programm.`,
  },
  en: {
    usage: 'Usage',
    command: 'COMMAND [OPTIONS] [FILES…]',
    more: 'More about a command: beleg COMMAND --help    Version: beleg --version',
    unknown: (name: string, meant?: string) =>
      `There is no command "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} All commands: beleg --help`,
    aborted: 'aborted.',
    internal: (what: string) =>
      `Unexpected error in Beleg: ${what} Please report it; with BELEG_TRACE=1 this line shows the place in the program.`,
  },
} satisfies Record<Locale, unknown>
