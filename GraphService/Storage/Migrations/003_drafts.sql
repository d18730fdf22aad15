-- What people have typed and not filed yet, one for each writer and target; and what a clerk keeps once for all documents of an organization in a campaign.
CREATE TABLE drafts (writer TEXT NOT NULL, campaign TEXT NOT NULL, form TEXT NOT NULL, organization TEXT NOT NULL, person TEXT NOT NULL, version INTEGER NOT NULL,
  basis TEXT NOT NULL, fields TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (writer, campaign, form, organization, person));
CREATE TABLE defaults (campaign TEXT NOT NULL, organization TEXT NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL, saved_by TEXT NOT NULL, saved_at TEXT NOT NULL,
  PRIMARY KEY (campaign, organization));

-- When a document was withdrawn: until then it counted.
ALTER TABLE mirror_submissions ADD COLUMN withdrawn_at TEXT;
ALTER TABLE own_submissions ADD COLUMN withdrawn_at TEXT;
-- What somebody wrote by hand into a status column; shown, never honoured.
ALTER TABLE mirror_submissions ADD COLUMN flag TEXT;
DROP VIEW submissions;
CREATE VIEW submissions AS
  SELECT id, version, campaign, organization, form, person, person_name, status, received_at, submitted_by, content_hash, revision, late,
         managing_organization, managing_received_at, file_name, withdrawn_at, NULL AS flag FROM own_submissions
  UNION ALL
  SELECT id, version, campaign, organization, form, person, person_name, status, received_at, submitted_by, content_hash, revision, late,
         managing_organization, managing_received_at, file_name, withdrawn_at, flag FROM mirror_submissions m WHERE NOT EXISTS (SELECT 1 FROM own_submissions o WHERE o.id = m.id);
