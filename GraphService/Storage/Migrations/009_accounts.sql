-- Which Entra account is which person: bound at the first sign-in, an account for one person and a person for one account.
CREATE TABLE accounts (object_id TEXT PRIMARY KEY, person TEXT NOT NULL UNIQUE, bound_at TEXT NOT NULL);
