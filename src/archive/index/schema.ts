/** Changes whenever tables or folding change: an index of another version is thrown away and made anew. */
export const indexVersion = 1

// The full-text tables hold folded words only and no copy of the text. `words` has every word without
// any mark, with short prefixes for results while typing; `tones` has the same words with their marks,
// for queries typed with marks. Rowids ascend with the article's date, so that the newest hits come
// first without sorting.
export const indexSchema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Every record that exists (created is set) or is only pointed at (created is null).
CREATE TABLE records (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, created INTEGER, UNIQUE (kind, id));
CREATE INDEX records_created ON records (kind, created) WHERE created IS NOT NULL;

CREATE TABLE articles (
  key INTEGER PRIMARY KEY, record INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, serial INTEGER NOT NULL,
  title TEXT NOT NULL, title_key TEXT NOT NULL, date TEXT NOT NULL, genre TEXT NOT NULL, status TEXT NOT NULL,
  event_title TEXT, photo_count INTEGER NOT NULL, thumbnail TEXT
);
CREATE INDEX articles_status ON articles (status, key);
CREATE INDEX articles_title ON articles (status, title_key);
CREATE INDEX articles_serial ON articles (serial);
CREATE TABLE article_texts (key INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
  title, body, content='', contentless_delete=1, prefix='1 2', tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE tones USING fts5(
  title, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE authorities (
  record INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
  detail TEXT NOT NULL, date TEXT, words TEXT NOT NULL, tones TEXT NOT NULL
);
CREATE INDEX authorities_name ON authorities (kind, name_key);
CREATE TABLE links (authority INTEGER, article INTEGER, PRIMARY KEY (authority, article)) WITHOUT ROWID;
CREATE INDEX links_article ON links (article);
-- Which photos belong to an authority record, and the article or photo that says so.
CREATE TABLE photo_links (
  authority INTEGER, photo INTEGER, source INTEGER, PRIMARY KEY (authority, photo, source)
) WITHOUT ROWID;
CREATE INDEX photo_links_source ON photo_links (source);
CREATE TABLE photos (record INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE photo_uses (photo INTEGER, article INTEGER, PRIMARY KEY (photo, article)) WITHOUT ROWID;
CREATE INDEX photo_uses_article ON photo_uses (article);

-- For finding duplicates: articles and drafts by the digest of their folded words and of their files.
CREATE TABLE sources (record INTEGER PRIMARY KEY, title TEXT NOT NULL, text_digest TEXT NOT NULL);
CREATE INDEX sources_text ON sources (text_digest);
CREATE TABLE source_files (digest TEXT, record INTEGER, PRIMARY KEY (digest, record)) WITHOUT ROWID;
CREATE INDEX source_files_record ON source_files (record);
`
