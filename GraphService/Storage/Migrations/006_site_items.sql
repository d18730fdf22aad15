-- Where things stand in SharePoint: saves a look-up before each change. Forgotten, it is found again by key.
CREATE TABLE site_items (list TEXT NOT NULL, key TEXT NOT NULL, item_id TEXT NOT NULL, PRIMARY KEY (list, key)) WITHOUT ROWID;
