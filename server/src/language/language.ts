/** A language that texts are read in. Each has a folder beside this file; a third language is a third folder. */
export type Language = 'de' | 'en'

export const languages: readonly Language[] = ['de', 'en']
