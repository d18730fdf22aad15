-- Where a registration may send people back to, as a JSON array, and the scope its API exposes.
ALTER TABLE application ADD COLUMN redirect_uris TEXT NOT NULL DEFAULT '[]';
ALTER TABLE application ADD COLUMN scope TEXT NOT NULL DEFAULT '';

-- What stands for a person who signed in: the browser's session, a code on its way, a refresh token. Only the SHA-256 is kept; times are Unix seconds.
CREATE TABLE sign_in (
  hash         TEXT PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('session', 'code', 'refresh')),
  user         TEXT NOT NULL,
  client       TEXT NOT NULL DEFAULT '',
  redirect_uri TEXT NOT NULL DEFAULT '',
  challenge    TEXT NOT NULL DEFAULT '',
  nonce        TEXT NOT NULL DEFAULT '',
  scope        TEXT NOT NULL DEFAULT '',
  ends         INTEGER NOT NULL
) WITHOUT ROWID;
