-- What SharePoint cannot hold for us: accepted work on its way there, receipts, and the state our own operations lead to until delta shows it.
CREATE TABLE operations (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, lane TEXT NOT NULL, submission_id TEXT NOT NULL, payload TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'parked', 'done')), attempts INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL,
  next_attempt_at TEXT NOT NULL, reason TEXT, done_at TEXT);
CREATE INDEX operations_open ON operations (state, next_attempt_at) WHERE state <> 'done';
CREATE TABLE documents (submission_id TEXT PRIMARY KEY, file_name TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE receipts (person TEXT NOT NULL, key TEXT NOT NULL, campaign TEXT NOT NULL, target TEXT NOT NULL, bytes_hash TEXT NOT NULL, submission_id TEXT NOT NULL, revision INTEGER NOT NULL,
  findings TEXT NOT NULL, received_at TEXT NOT NULL, PRIMARY KEY (person, key));
CREATE TABLE audit (sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL, submission_id TEXT NOT NULL, detail TEXT NOT NULL);
CREATE INDEX audit_submission ON audit (submission_id);
CREATE TABLE published_completion (key TEXT PRIMARY KEY, counts TEXT NOT NULL);

CREATE TABLE own_submissions (id TEXT PRIMARY KEY, version INTEGER NOT NULL, campaign TEXT NOT NULL, organization TEXT NOT NULL, form TEXT NOT NULL,
  person TEXT, person_name TEXT NOT NULL, status TEXT NOT NULL, received_at TEXT NOT NULL, submitted_by TEXT NOT NULL, content_hash TEXT NOT NULL,
  revision INTEGER NOT NULL, late INTEGER NOT NULL, managing_organization TEXT, managing_received_at TEXT, file_name TEXT NOT NULL);
CREATE INDEX own_submissions_duty ON own_submissions (campaign, form, organization, person);
CREATE TABLE own_rows (register TEXT NOT NULL, row_id TEXT NOT NULL, submission_id TEXT NOT NULL, campaign TEXT NOT NULL, organization TEXT NOT NULL,
  person TEXT, person_name TEXT NOT NULL, number INTEGER NOT NULL, is_current INTEGER NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (register, row_id));
CREATE TABLE own_reviews (id TEXT PRIMARY KEY, submission_id TEXT NOT NULL, row_id TEXT, decision TEXT NOT NULL, comment TEXT NOT NULL,
  reviewed_by TEXT NOT NULL, reviewed_at TEXT NOT NULL);

-- What pages show: the mirror, overlaid with our own operations that delta has not brought back yet.
CREATE VIEW submissions AS
  SELECT id, version, campaign, organization, form, person, person_name, status, received_at, submitted_by, content_hash, revision, late,
         managing_organization, managing_received_at, file_name FROM own_submissions
  UNION ALL
  SELECT id, version, campaign, organization, form, person, person_name, status, received_at, submitted_by, content_hash, revision, late,
         managing_organization, managing_received_at, file_name FROM mirror_submissions m WHERE NOT EXISTS (SELECT 1 FROM own_submissions o WHERE o.id = m.id);
CREATE VIEW rows AS
  SELECT register, row_id, submission_id, campaign, organization, person, person_name, number, is_current, fields FROM own_rows
  UNION ALL
  SELECT register, row_id, submission_id, campaign, organization, person, person_name, number, is_current, fields FROM mirror_rows m
   WHERE NOT EXISTS (SELECT 1 FROM own_rows o WHERE o.register = m.register AND o.row_id = m.row_id);
CREATE VIEW reviews AS
  SELECT id, submission_id, row_id, decision, comment, reviewed_by, reviewed_at FROM own_reviews
  UNION ALL
  SELECT id, submission_id, row_id, decision, comment, reviewed_by, reviewed_at FROM mirror_reviews m WHERE NOT EXISTS (SELECT 1 FROM own_reviews o WHERE o.id = m.id);
