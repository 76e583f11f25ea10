/** The language in which Beleg speaks to the user; independent of the language of documents and sources. */
export type Locale = 'de' | 'en'

/** The locale for a BCP 47 tag such as "de-AT" or "en_US.UTF-8"; English where we do not speak the language. */
export function localeOf(tag: string | undefined): Locale {
  return tag !== undefined && /^de\b|^de[-_]/i.test(tag) ? 'de' : 'en'
}

/** What the environment of a process asks for, as POSIX ranks it. */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>>): Locale {
  return localeOf([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((tag) => tag !== undefined && tag !== ''))
}
