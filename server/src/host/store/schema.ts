/** The tables of an index file. Everything in them can be made again from the sources, so a change of schema starts a new file. */

/** Part of the file's name: programs of different versions do not share an index. */
export const schemaVersion = 3

export const pragmas = `
  PRAGMA busy_timeout = 30000;
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 4194304;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;
`

export const tables = `
  CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified REAL NOT NULL,
    hash TEXT NOT NULL,
    recipe TEXT,
    -- why it was skipped; null where it was read
    reason TEXT
  );
  CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    part INTEGER NOT NULL,
    key TEXT NOT NULL,
    claim TEXT NOT NULL,
    pinned INTEGER NOT NULL,
    published TEXT NOT NULL,
    metadata TEXT NOT NULL,
    -- key, title, authors, publisher and date in lower case, for findSources
    searched TEXT NOT NULL,
    sketch TEXT NOT NULL,
    witness TEXT NOT NULL,
    segment INTEGER NOT NULL,
    tallied INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS document_file ON document (file);
  CREATE INDEX IF NOT EXISTS document_key ON document (key);
  CREATE INDEX IF NOT EXISTS document_claim ON document (claim);
  CREATE INDEX IF NOT EXISTS document_sketch ON document (sketch);
  CREATE INDEX IF NOT EXISTS document_witness ON document (witness);
  CREATE INDEX IF NOT EXISTS document_segment ON document (segment);
  CREATE INDEX IF NOT EXISTS document_displaced ON document (claim) WHERE key <> claim;
  CREATE INDEX IF NOT EXISTS document_untallied ON document (file) WHERE tallied = 0;
  CREATE TABLE IF NOT EXISTS body (document INTEGER PRIMARY KEY, text TEXT NOT NULL, passages TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS band (value INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (value, document)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS segment (
    id INTEGER PRIMARY KEY,
    -- counts changes of dead
    version INTEGER NOT NULL,
    sections INTEGER NOT NULL,
    live INTEGER NOT NULL,
    buckets INTEGER NOT NULL,
    lengths BLOB NOT NULL,
    owners BLOB NOT NULL,
    dead BLOB NOT NULL
  );
  -- id is the segment's id and the number of the bucket
  CREATE TABLE IF NOT EXISTS posting (id INTEGER PRIMARY KEY, bucket BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS actor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    UNIQUE (name, type)
  );
  CREATE INDEX IF NOT EXISTS actor_mentions ON actor (mentions);
  CREATE TABLE IF NOT EXISTS tally (
    document INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    published TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    aliases TEXT NOT NULL,
    PRIMARY KEY (document, actor)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tally_actor ON tally (actor, published, document);
  CREATE TABLE IF NOT EXISTS alias (
    actor INTEGER NOT NULL,
    text TEXT NOT NULL,
    sources INTEGER NOT NULL,
    PRIMARY KEY (actor, text)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS role (
    id INTEGER PRIMARY KEY,
    actor INTEGER NOT NULL,
    role TEXT NOT NULL,
    former INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    UNIQUE (actor, role, former)
  );
  CREATE INDEX IF NOT EXISTS role_role ON role (role, former, sources);
  -- which document gives a role
  CREATE TABLE IF NOT EXISTS giving (
    role INTEGER NOT NULL,
    published TEXT NOT NULL,
    document INTEGER NOT NULL,
    since TEXT,
    PRIMARY KEY (role, published, document)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS giving_document ON giving (document);
  CREATE INDEX IF NOT EXISTS giving_since ON giving (role, published) WHERE since IS NOT NULL;
  -- names and aliases by which an actor is found: folded, from each of their words on, and initials; weight is the actor's, a logarithm
  CREATE TABLE IF NOT EXISTS form (text TEXT NOT NULL, actor INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (text, actor)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS form_actor ON form (actor);
  CREATE INDEX IF NOT EXISTS form_letter ON form (substr(text, 1, 1), weight DESC, text) WHERE weight > 2;
  CREATE INDEX IF NOT EXISTS form_letters ON form (substr(text, 1, 2), weight DESC, text);
  -- words of names, to find what may be a slip of them
  CREATE TABLE IF NOT EXISTS word (
    word TEXT PRIMARY KEY,
    lower TEXT NOT NULL,
    reversed TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    sources INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS word_lower ON word (lower);
  CREATE INDEX IF NOT EXISTS word_reversed ON word (reversed);
`
