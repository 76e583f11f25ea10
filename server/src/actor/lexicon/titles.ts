/** Forms of address and academic titles of both languages: they announce a person and are no part of the name. */
const titles = new Set([
  ...'Herr Herrn Hr Hr. Frau Fr. Dr Dr. Prof Prof. Mag Mag. DI Ing Ing. Dipl.-Ing. Abg Abg. h.c. Kollege Kollegen Kollegin'.split(' '),
  ...'Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Rev. Hon.'.split(' '),
])

export function isTitle(word: string): boolean {
  return titles.has(word)
}
