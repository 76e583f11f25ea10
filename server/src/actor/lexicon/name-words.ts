/** Words of closed classes that names hold, in lower case: "Bundesamt für den Zivildienst", "Bank of America", "Walther von der Vogelweide". */

/** Between two words of a name. */
export const betweenWords = new Set(
  `der die das des dem den und für von vom zu zum zur im in am an auf aus bei mit gegen ohne über unter ob vor nach ein eine eines einer
the of and for to in on at by with from a an or against
d et y e en la le les los las el del della delle dei du des de di da do dos das`.split(/\s+/),
)

/** Before a name too. */
export const firstParticles = new Set(
  'von vom van vander de del della di da do dos du le la el al af av zu ten ter bin ibn ben abu mac mc'.split(' '),
)
