-- The subscriptions that Graph tells us by, one a list; client_state proves that a notification is Graph's.
CREATE TABLE subscriptions (list TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, client_state TEXT NOT NULL, expires_at TEXT NOT NULL);
