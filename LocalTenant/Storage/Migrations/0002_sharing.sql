-- Grants of Sites.Selected: one application each.
CREATE TABLE site_permission (
  id           TEXT PRIMARY KEY,
  application  TEXT NOT NULL,
  display_name TEXT NOT NULL,
  roles        TEXT NOT NULL
) WITHOUT ROWID;

-- Links and invitations of files and folders, as Graph's JSON.
CREATE TABLE sharing (
  list_id    TEXT NOT NULL,
  item_id    INTEGER NOT NULL,
  id         TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (list_id, item_id, id)
) WITHOUT ROWID;

-- Content types copied to a list from the site's.
CREATE TABLE list_content_type (
  list_id TEXT NOT NULL REFERENCES list (id),
  id      TEXT NOT NULL,
  parent  TEXT NOT NULL,
  PRIMARY KEY (list_id, id)
) WITHOUT ROWID;

-- A file on its way in pieces; the id is the whole secret of its address.
CREATE TABLE upload_session (
  id       TEXT PRIMARY KEY,
  list_id  TEXT NOT NULL REFERENCES list (id),
  parent   INTEGER NOT NULL,
  name     TEXT NOT NULL,
  behavior TEXT NOT NULL CHECK (behavior IN ('fail', 'replace', 'rename')),
  deferred INTEGER NOT NULL,
  total    INTEGER,
  expires  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE upload_range (
  session_id TEXT NOT NULL REFERENCES upload_session (id) ON DELETE CASCADE,
  start      INTEGER NOT NULL,
  bytes      BLOB NOT NULL,
  PRIMARY KEY (session_id, start)
);

CREATE TABLE subscription (
  id            TEXT PRIMARY KEY,
  resource      TEXT NOT NULL,
  list_id       TEXT NOT NULL REFERENCES list (id),
  change_type   TEXT NOT NULL,
  notify        TEXT NOT NULL,
  lifecycle     TEXT,
  client_state  TEXT,
  tls           TEXT NOT NULL,
  expires       TEXT NOT NULL
) WITHOUT ROWID;
