/** Changes whenever tables or folding change: an index of another version is thrown away and made anew. */
export const indexVersion = 7

// The full-text tables hold folded words only: every word without any mark and, before them, each distinct
// word with its marks (for queries typed with marks) and the one- and two-letter beginnings of words (for
// results while typing), which no word without marks can be taken for. One column each, since a place in a
// second one costs two bytes more. Rowids ascend with the article's date, so that the newest hits come first
// without sorting. The words are split here: every other letter belongs to them.
export const indexSchema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Every record that exists (created is set) or is only pointed at (created is null).
CREATE TABLE records (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, created INTEGER);
CREATE UNIQUE INDEX records_id ON records (id, kind);
CREATE INDEX records_created ON records (kind, created) WHERE created IS NOT NULL;

-- facts: what the article points at, for filters and counts in memory (facts.ts).
CREATE TABLE articles (
  key INTEGER PRIMARY KEY, record INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, serial INTEGER NOT NULL,
  title TEXT NOT NULL, title_key TEXT NOT NULL, date TEXT NOT NULL, date_kind TEXT NOT NULL, genre TEXT NOT NULL,
  status TEXT NOT NULL, event_title TEXT, photo_count INTEGER NOT NULL, thumbnail TEXT, facts BLOB NOT NULL
);
CREATE INDEX articles_status ON articles (status, key);
CREATE INDEX articles_title ON articles (title_key);
CREATE INDEX articles_serial ON articles (serial);
-- How the text begins, and its tags: enough for nearly every piece shown around a hit.
CREATE TABLE article_texts (key INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
  body, content='', contentless_delete=1, tokenize="ascii"
);
-- The words of titles once more: ranking asks where all that was typed stands in the title.
CREATE VIRTUAL TABLE titles USING fts5(
  body, content='', contentless_delete=1, tokenize="ascii"
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;
-- Offices, authors and photographers as written: words to look for are folded, abbreviations written out.
CREATE TABLE terms (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL, tones TEXT NOT NULL);
CREATE UNIQUE INDEX terms_text ON terms (text, kind);

-- names: what a record is called; words: everything it can be found by in its list.
CREATE TABLE authorities (
  record INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
  detail TEXT NOT NULL, date TEXT, type TEXT NOT NULL, words TEXT NOT NULL, tones TEXT NOT NULL,
  name_words TEXT NOT NULL, name_tones TEXT NOT NULL, place_words TEXT NOT NULL, place_tones TEXT NOT NULL
);
CREATE INDEX authorities_name ON authorities (kind, name_key);
CREATE INDEX authorities_id ON authorities (id);
-- What a name in a search is looked for in; whole rows would be ten times as much to read.
CREATE INDEX authorities_words ON authorities (kind, name_words, name_tones);
CREATE INDEX authorities_places ON authorities (place_words, place_tones) WHERE kind = 'event';
-- Places and what became of them.
CREATE TABLE successors (place INTEGER, successor INTEGER, PRIMARY KEY (successor, place)) WITHOUT ROWID;
CREATE INDEX successors_place ON successors (place);
CREATE TABLE links (authority INTEGER, article INTEGER, PRIMARY KEY (authority, article)) WITHOUT ROWID;
CREATE INDEX links_article ON links (article);
-- Which photos belong to an authority record, and the article or photo that says so.
CREATE TABLE photo_links (
  authority INTEGER, photo INTEGER, source INTEGER, PRIMARY KEY (authority, photo, source)
) WITHOUT ROWID;
CREATE INDEX photo_links_source ON photo_links (source);
-- text is lent to articles, tags are not; unprinted: 1 where a fingerprint is still to be made, or its second half.
CREATE TABLE photos (
  record INTEGER PRIMARY KEY, text TEXT NOT NULL, tags TEXT NOT NULL, photographers TEXT NOT NULL,
  unprinted INTEGER NOT NULL
);
CREATE INDEX photos_unprinted ON photos (record) WHERE unprinted = 1;
-- Fingerprints of photos, 1,024 records to a page (likenesses.ts).
CREATE TABLE likeness_pages (page INTEGER PRIMARY KEY, prints BLOB NOT NULL);
CREATE TABLE photo_uses (photo INTEGER, article INTEGER, caption TEXT NOT NULL, PRIMARY KEY (photo, article)) WITHOUT ROWID;
CREATE INDEX photo_uses_article ON photo_uses (article);
-- Photos that an article uses by their captions, photographers and the people in them; rowid is the photo's record.
CREATE VIRTUAL TABLE captions USING fts5(
  body, content='', contentless_delete=1, tokenize="ascii"
);
-- Articles whose lent names have changed and whose words are still the old ones.
CREATE TABLE stale (record INTEGER PRIMARY KEY);

-- For finding duplicates: articles and drafts by the digest of their folded words and of their files.
CREATE TABLE sources (record INTEGER PRIMARY KEY, title TEXT NOT NULL, text_digest TEXT NOT NULL);
CREATE INDEX sources_text ON sources (text_digest);
CREATE TABLE source_files (digest TEXT, record INTEGER, PRIMARY KEY (digest, record)) WITHOUT ROWID;
CREATE INDEX source_files_record ON source_files (record);
`
