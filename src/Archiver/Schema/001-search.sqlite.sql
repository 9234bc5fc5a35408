-- Words are cut and folded before they get here (SearchText): letters, digits and marks, parted by blanks. The ascii tokenizer keeps them as they are.
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');

-- Merge 8 segments rather than 4 at a time: a fifth less work for each record written, the same for a query (measured).
INSERT INTO search (search, rank) VALUES ('automerge', 8);
