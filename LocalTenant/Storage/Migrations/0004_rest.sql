-- What only SharePoint REST knows of a list: views, formatting, who may see it.
ALTER TABLE list_column ADD COLUMN formatter TEXT;

CREATE TABLE list_view (
  id         TEXT PRIMARY KEY,
  list_id    TEXT NOT NULL REFERENCES list (id),
  position   INTEGER NOT NULL,
  title      TEXT NOT NULL,
  page       TEXT NOT NULL COLLATE NOCASE,
  is_default INTEGER NOT NULL,
  hidden     INTEGER NOT NULL,
  fields     TEXT NOT NULL,
  query      TEXT NOT NULL,
  row_limit  INTEGER NOT NULL,
  paged      INTEGER NOT NULL,
  scope      INTEGER NOT NULL,
  formatter  TEXT,
  UNIQUE (list_id, page)
) WITHOUT ROWID;

-- A person, a group or the application in the site's user list. The groups every site has come with it.
CREATE TABLE principal (
  id    INTEGER PRIMARY KEY,
  login TEXT NOT NULL COLLATE NOCASE UNIQUE,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  kind  INTEGER NOT NULL
);
INSERT INTO principal (id, login, title, email, kind) VALUES
  (3, 'Owners', 'Owners', '', 8),
  (4, 'Visitors', 'Visitors', '', 8),
  (5, 'Members', 'Members', '', 8),
  (6, 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint', 'SharePoint App', '', 1);

-- A list or an item (0: the list itself) whose rights are its own, and who has which.
CREATE TABLE own_rights (
  list_id TEXT NOT NULL REFERENCES list (id),
  item_id INTEGER NOT NULL,
  PRIMARY KEY (list_id, item_id)
) WITHOUT ROWID;

CREATE TABLE role_assignment (
  list_id      TEXT NOT NULL REFERENCES list (id),
  item_id      INTEGER NOT NULL,
  principal_id INTEGER NOT NULL REFERENCES principal (id),
  role_id      INTEGER NOT NULL,
  PRIMARY KEY (list_id, item_id, principal_id, role_id)
) WITHOUT ROWID;

-- The view every list is born with, for lists that are there already.
INSERT INTO list_view (id, list_id, position, title, page, is_default, hidden, fields, query, row_limit, paged, scope)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
       id, 0,
       CASE template WHEN 'documentLibrary' THEN 'All Documents' ELSE 'All Items' END,
       'AllItems',
       1, 0,
       CASE template WHEN 'documentLibrary' THEN '["DocIcon","LinkFilename","Modified","Editor"]' ELSE '["LinkTitle"]' END,
       CASE template WHEN 'documentLibrary' THEN '<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>' ELSE '' END,
       30, 1, 0
FROM list;
