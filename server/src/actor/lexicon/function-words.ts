/** English words that are capitalised at the beginning of sentences, in titles and for emphasis, and are no names; dictionaries of nouns and verbs lack them. */
export const functionWords =
  `a about above after again against all also although always am an and any anybody anyone anything are aren around as at be because been before being below between both but by can cannot could couldn did didn do does doesn doing don down during each either else ever every everybody everyone everything few for from further had hadn has hasn have haven having he hello her here hers herself hey hi him himself his how however i if in into is isn it its itself just least less let many may maybe me might mine more most much must my myself neither never next no nobody none nor not nothing now of off oh ok okay on once one only onto or other others our ours ourselves out over own per perhaps please quite rather really same several shall she should shouldn since so some somebody someone something soon still such than thank thanks that the their theirs them themselves then there therefore these they this those though through thus to today together tomorrow tonight too toward towards under unless until up upon us very via was wasn we well were weren what whatever when where whether which while who whom whose why will with within without won would wouldn wow yeah yes yesterday yet you your yours yourself yourselves`.split(
    /\s+/,
  )

export const calendarWords =
  `January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Christmas Easter Halloween Thanksgiving Januar Jänner Februar März Mai Juni Juli Oktober Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Ostern Weihnachten Pfingsten Silvester`.split(
    ' ',
  )
