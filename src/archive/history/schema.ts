/** Changes whenever the tables change: an index of another version is thrown away and made anew. */
export const historyVersion = 2

// Where each line of the journal lies, its words without marks, which records it touches and points at. Everything in
// here comes from the journal and from nothing else, so it may be deleted at any time.
export const historySchema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE lines (
  sequence INTEGER PRIMARY KEY, month TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  at TEXT NOT NULL, who TEXT NOT NULL, operation TEXT NOT NULL, args TEXT NOT NULL,
  kinds TEXT NOT NULL, records INTEGER NOT NULL, undoes INTEGER, redoes INTEGER, undone_by INTEGER,
  words TEXT NOT NULL
);
CREATE INDEX lines_operation ON lines (operation, sequence);
CREATE INDEX lines_undone ON lines (undone_by) WHERE undone_by IS NOT NULL;
CREATE TABLE records (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id));
CREATE TABLE touches (record INTEGER, sequence INTEGER, PRIMARY KEY (record, sequence)) WITHOUT ROWID;
CREATE INDEX touches_sequence ON touches (sequence);
CREATE TABLE mentions (record INTEGER, sequence INTEGER, PRIMARY KEY (record, sequence)) WITHOUT ROWID;
`
