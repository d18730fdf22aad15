-- The read model: what delta brought back from SharePoint. It can be thrown away and rebuilt at any time.
CREATE TABLE mirror_campaigns (item_id TEXT PRIMARY KEY, code TEXT NOT NULL, settings TEXT NOT NULL);
CREATE TABLE mirror_organizations (item_id TEXT PRIMARY KEY, code TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, header_superior TEXT NOT NULL,
  header_name TEXT NOT NULL, parent_code TEXT, place_name TEXT NOT NULL, email TEXT NOT NULL);
CREATE TABLE mirror_people (item_id TEXT PRIMARY KEY, code TEXT NOT NULL, full_name TEXT NOT NULL, date_of_birth TEXT, email TEXT NOT NULL, organization_code TEXT NOT NULL,
  position TEXT NOT NULL, party_position TEXT NOT NULL, government_position TEXT NOT NULL, category TEXT NOT NULL, is_party_member INTEGER NOT NULL,
  is_committee_member INTEGER NOT NULL, is_leader INTEGER NOT NULL, is_head INTEGER NOT NULL, managing_organization TEXT);
CREATE TABLE mirror_roles (item_id TEXT PRIMARY KEY, person_code TEXT NOT NULL, role TEXT NOT NULL, organization_code TEXT NOT NULL);

CREATE TABLE mirror_submissions (item_id TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, campaign TEXT NOT NULL, organization TEXT NOT NULL, form TEXT NOT NULL,
  person TEXT, person_name TEXT NOT NULL, status TEXT NOT NULL, received_at TEXT NOT NULL, submitted_by TEXT NOT NULL, content_hash TEXT NOT NULL,
  revision INTEGER NOT NULL, late INTEGER NOT NULL, managing_organization TEXT, managing_received_at TEXT, file_name TEXT NOT NULL);
CREATE INDEX mirror_submissions_duty ON mirror_submissions (campaign, form, organization, person);
CREATE TABLE mirror_rows (item_id TEXT NOT NULL, register TEXT NOT NULL, row_id TEXT NOT NULL, submission_id TEXT NOT NULL, campaign TEXT NOT NULL, organization TEXT NOT NULL,
  person TEXT, person_name TEXT NOT NULL, number INTEGER NOT NULL, is_current INTEGER NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (register, item_id));
CREATE UNIQUE INDEX mirror_rows_row ON mirror_rows (register, row_id);
CREATE INDEX mirror_rows_submission ON mirror_rows (submission_id);
CREATE TABLE mirror_reviews (item_id TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, submission_id TEXT NOT NULL, row_id TEXT, decision TEXT NOT NULL, comment TEXT NOT NULL,
  reviewed_by TEXT NOT NULL, reviewed_at TEXT NOT NULL);
CREATE INDEX mirror_reviews_submission ON mirror_reviews (submission_id);

-- Where each list's delta goes on.
CREATE TABLE delta_links (list TEXT PRIMARY KEY, link TEXT NOT NULL);
