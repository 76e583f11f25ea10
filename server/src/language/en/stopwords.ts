/** Words that English texts share whatever they are about: useless for finding a text. Lower case, sorted. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above according after again against all also although am among an and any are around as at be because been before being below
between both but by can cannot could did do does doing don down during each either else ever every few for from further get gets given had
has have having he her here hers him his how however i if in into is it its itself just least less made make makes many may me might more
most much must my nor not now of off on once one only onto or other our out over own per put quite rather s said same say says she should
since so some still such t than that the their them then there therefore these they this those though through thus to too under until up
upon us very was we were what when where whether which while who whom whose why will with within without would yet you your`.split(/\s+/),
)
