-- Names are singular; times are UTC text of one width (yyyy-MM-ddTHH:mm:ssZ), so that they compare as text.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE list (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL COLLATE NOCASE UNIQUE,
  title       TEXT NOT NULL,
  title_key   TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  template    TEXT NOT NULL CHECK (template IN ('genericList', 'documentLibrary')),
  next_item   INTEGER NOT NULL,
  created     TEXT NOT NULL,
  modified    TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE list_column (
  list_id    TEXT NOT NULL REFERENCES list (id),
  name       TEXT NOT NULL COLLATE NOCASE,
  id         TEXT NOT NULL,
  position   INTEGER NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (list_id, name)
) WITHOUT ROWID;

-- A deleted item stays as a tombstone: its number is never given again and delta still has to tell of it.
-- Item 0 of a library is its root folder.
CREATE TABLE item (
  list_id       TEXT NOT NULL REFERENCES list (id),
  id            INTEGER NOT NULL,
  unique_id     TEXT NOT NULL,
  drive_item_id TEXT NOT NULL UNIQUE,
  kind          TEXT NOT NULL CHECK (kind IN ('item', 'file', 'folder')),
  parent        INTEGER,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  directory     TEXT NOT NULL,
  fields        TEXT NOT NULL,
  etag          INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  ctag          INTEGER NOT NULL,
  content_id    INTEGER,
  size          INTEGER NOT NULL,
  hash          TEXT,
  created       TEXT NOT NULL,
  modified      TEXT NOT NULL,
  change        INTEGER NOT NULL,
  deleted       INTEGER NOT NULL,
  PRIMARY KEY (list_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX item_name ON item (list_id, parent, name_key) WHERE deleted = 0 AND kind <> 'item';
CREATE INDEX item_change ON item (list_id, change);

-- What SharePoint calls an index: the only columns a filter may name.
CREATE TABLE indexed_value (
  list_id     TEXT NOT NULL,
  column_name TEXT NOT NULL,
  item_id     INTEGER NOT NULL,
  value,
  PRIMARY KEY (list_id, column_name, item_id)
) WITHOUT ROWID;
CREATE INDEX indexed_value_by_value ON indexed_value (list_id, column_name, value);

CREATE TABLE item_version (
  list_id    TEXT NOT NULL,
  item_id    INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  modified   TEXT NOT NULL,
  fields     TEXT NOT NULL,
  content_id INTEGER,
  size       INTEGER NOT NULL,
  PRIMARY KEY (list_id, item_id, version)
) WITHOUT ROWID;

CREATE TABLE content (
  id    INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
);

CREATE TABLE mailbox (
  id      TEXT PRIMARY KEY,
  address TEXT NOT NULL COLLATE NOCASE UNIQUE
) WITHOUT ROWID;

CREATE TABLE mail (
  id      TEXT PRIMARY KEY,
  sender  TEXT NOT NULL,
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  sent    TEXT NOT NULL
) WITHOUT ROWID;
