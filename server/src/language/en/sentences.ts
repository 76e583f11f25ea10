/** What English sentence ends look like and do not. */

/** Lower-cased, without the last full stop: a full stop after these ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  `adm apr approx art aug ave bros brig capt cf ch co col corp cpl dec dept dist dr ed eds eg est etc ex feb fig figs ft gen gov hon inc ie jan jr jul jun lt ltd maj mar
  max messrs min mr mrs ms mt no nos nov oct op p para pl pp pres prof rep reps resp rev sen sens sep sept sgt sr st vol vols vs`.split(
    /\s+/,
  ),
)

/** English writes ordinals with letters, so a full stop after a number ends a sentence whatever follows. */
export const starters: ReadonlySet<string> = new Set()
