-- The heading an organization has chosen for its papers; '' for the one the forms are prescribed with.
ALTER TABLE mirror_organizations ADD COLUMN heading TEXT NOT NULL DEFAULT '';
