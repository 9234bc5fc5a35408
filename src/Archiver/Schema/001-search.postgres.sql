-- Words are cut and folded before they get here (SearchText); vectors are built from them without a text search configuration.
CREATE TABLE search (
    item_id BIGINT PRIMARY KEY,
    words TSVECTOR NOT NULL
);
CREATE INDEX search_words ON search USING GIN (words);
