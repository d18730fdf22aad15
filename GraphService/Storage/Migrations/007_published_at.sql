-- When a line of «Tình hình hoàn thành» was last written: upkeep is paid for by the submissions since.
CREATE TABLE completion_upkeep (id INTEGER PRIMARY KEY CHECK (id = 1), published_at TEXT NOT NULL);
