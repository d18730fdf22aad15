-- Registrations beside the tenant's own: the secret is kept as its SHA-256, the roles as a JSON array.
CREATE TABLE application (
  id           TEXT PRIMARY KEY COLLATE NOCASE,
  display_name TEXT NOT NULL,
  secret_hash  TEXT NOT NULL,
  roles        TEXT NOT NULL
) WITHOUT ROWID;

-- Whose a subscription is, what it was last told of, whether it was asked to be reauthorized, and whether it missed something.
ALTER TABLE subscription ADD COLUMN application TEXT NOT NULL DEFAULT '';
ALTER TABLE subscription ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscription ADD COLUMN warned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscription ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
