/** What scanners of the recogniser ask of a word, packed in a byte, so that they need not look at the words themselves. */

/** What a word can be of a name. */
export enum Part {
  /** "schreibt", "slowly". */
  None = 0,
  /** Only between others: "für", "of". */
  Between = 1,
  /** Between others or behind them: "90", "'s". */
  Behind = 2,
  /** Between others or before them: "von", "de". */
  Before = 3,
  Name = 4,
}

/** Facts of a word in a byte: what it can be of a name, and bits. */
export enum Facts {
  /** Where its {@link Part} is. */
  Part = 7,
  Capital = 8,
  /** Known names begin with it. */
  Phrases = 16,
  /** It speaks of the people or things of a town and is no town itself, as "Speyer" is. */
  OfTown = 32,
}
