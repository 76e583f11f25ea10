/**
 * Hashes of the program by which the index tells what was read by another one: `common` of what every file goes through, `actors` of what
 * finds actors, and one for each reader of a format, by the name of its module. The bundler puts them in the place of this module
 * (`esbuild.mjs`), so nobody has to remember to raise a number.
 */
export const fingerprints: Readonly<Record<string, string>> = {}
