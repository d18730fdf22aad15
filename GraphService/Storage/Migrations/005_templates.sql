-- Templates of organizations' own: what the library «Biểu mẫu» holds with the files beside it, and what was registered and is still on its way there.
CREATE TABLE mirror_formtemplates (item_id TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, campaign TEXT NOT NULL, organization TEXT NOT NULL, form TEXT NOT NULL, version INTEGER NOT NULL,
  registered_by TEXT NOT NULL, registered_at TEXT NOT NULL, file_name TEXT NOT NULL);
CREATE TABLE mirror_template_files (id TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE own_templates (id TEXT PRIMARY KEY, campaign TEXT NOT NULL, organization TEXT NOT NULL, form TEXT NOT NULL, version INTEGER NOT NULL,
  registered_by TEXT NOT NULL, registered_at TEXT NOT NULL, file_name TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (campaign, organization, form, version));
CREATE VIEW templates AS
  SELECT id, campaign, organization, form, version, registered_by, registered_at, file_name FROM own_templates
  UNION ALL
  SELECT id, campaign, organization, form, version, registered_by, registered_at, file_name FROM mirror_formtemplates m WHERE NOT EXISTS (SELECT 1 FROM own_templates o WHERE o.id = m.id);
