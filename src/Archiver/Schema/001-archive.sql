-- Newswire archive, schema 1. One text for both stores; {text}, {id}, {identity} and {blob} are the store's types.
-- Times are UTC as yyyy-MM-ddTHH:mm:ss.fffffffZ: text order is time order. Truth values are 0 and 1.

CREATE TABLE raw (
    sha256 {text} PRIMARY KEY,
    bytes BIGINT NOT NULL,
    codec {text} NOT NULL,
    content {blob} NOT NULL
);

CREATE TABLE dispatch (
    dispatch_id {text} PRIMARY KEY,
    source {text} NOT NULL,
    file {text},
    received {text} NOT NULL,
    media_type {text},
    charset {text},
    sha256 {text},
    bytes BIGINT,
    item_count INTEGER
){clustered};
CREATE INDEX dispatch_by_arrival ON dispatch (received, dispatch_id);

CREATE TABLE delivery (
    delivery_no {identity},
    delivery_id {text} NOT NULL UNIQUE,
    dispatch_id {text} NOT NULL,
    file {text},
    received {text} NOT NULL
);
CREATE INDEX delivery_by_dispatch ON delivery (dispatch_id, delivery_no);

CREATE TABLE story (
    story_id {text} PRIMARY KEY,
    family {text} NOT NULL,
    uri {text} NOT NULL
){clustered};

-- Names a story can be asked for by: its uri and the provider's ids. The key is the SHA-256 of the whole name, name its first 200 characters.
CREATE TABLE story_name (
    name_key {text} NOT NULL,
    story_id {text} NOT NULL,
    name {text} NOT NULL,
    PRIMARY KEY (name_key, story_id)
){clustered};
CREATE INDEX story_name_by_start ON story_name (name);

-- One row an item of a dispatch, also for one that is quarantined (then without story). item_index -1: the dispatch as a whole.
CREATE TABLE item (
    item_id {id} PRIMARY KEY,
    dispatch_id {text} NOT NULL,
    item_index INTEGER NOT NULL,
    disposition {text} NOT NULL,
    live_from {text},
    story_id {text},
    source {text},
    received {text} NOT NULL,
    written_at {text} NOT NULL,
    label {text},
    created {text},
    content_hash {text},
    status {text},
    signal {text},
    embargoed_until {text},
    stated_hold {text},
    released INTEGER NOT NULL DEFAULT 0,
    ordinal INTEGER,
    is_latest INTEGER NOT NULL DEFAULT 0,
    reused INTEGER NOT NULL DEFAULT 0,
    killed INTEGER NOT NULL DEFAULT 0,
    hold_reason {text},
    language {text},
    headline {text},
    text_hash {text},
    current_text_hash {text},
    UNIQUE (dispatch_id, item_index)
);
CREATE INDEX item_by_story ON item (story_id);
CREATE INDEX item_by_arrival ON item (received, item_id);
CREATE INDEX item_live ON item (received, item_id) WHERE live_from IS NOT NULL;
CREATE INDEX item_held ON item (received) WHERE disposition = 'held';

-- The record as JSON, without what changes later: place among the versions and translations.
CREATE TABLE record (
    item_id BIGINT PRIMARY KEY,
    json {text} NOT NULL
);

CREATE TABLE entity (
    entity_key {text} NOT NULL,
    item_id BIGINT NOT NULL,
    type {text} NOT NULL,
    name {text} NOT NULL,
    PRIMARY KEY (entity_key, item_id)
){clustered};

CREATE TABLE translation (
    dispatch_id {text} NOT NULL,
    item_index INTEGER NOT NULL,
    target {text} NOT NULL,
    content_hash {text} NOT NULL,
    state {text} NOT NULL,
    next_attempt_at {text},
    changed_at {text} NOT NULL,
    json {text} NOT NULL,
    PRIMARY KEY (dispatch_id, item_index, target)
);
CREATE INDEX translation_waiting ON translation (state, changed_at) WHERE state IN ('pending', 'quota');

CREATE TABLE quarantine (
    quarantine_id {text} PRIMARY KEY,
    dispatch_id {text},
    item_index INTEGER,
    source {text},
    stage {text} NOT NULL,
    code {text} NOT NULL,
    state {text} NOT NULL,
    attempts INTEGER NOT NULL,
    first_at {text} NOT NULL,
    last_at {text} NOT NULL,
    drop_reason {text},
    failure {text} NOT NULL
);
CREATE INDEX quarantine_by_dispatch ON quarantine (dispatch_id);
CREATE INDEX quarantine_by_time ON quarantine (last_at);

-- What happened besides arriving and being archived: quarantined, retried, dropped, resolved, replayed, translated, released.
CREATE TABLE event (
    event_no {identity},
    dispatch_id {text} NOT NULL,
    item_index INTEGER,
    at {text} NOT NULL,
    stage {text} NOT NULL,
    what {text} NOT NULL,
    detail {text}
);
CREATE INDEX event_by_dispatch ON event (dispatch_id);

CREATE TABLE replay_run (
    replay_id {text} PRIMARY KEY,
    query {text} NOT NULL,
    cursor_dispatch {text},
    state {text} NOT NULL,
    sent BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    started_at {text} NOT NULL,
    changed_at {text} NOT NULL
);

CREATE TABLE memory (
    memory_key {text} PRIMARY KEY,
    segment_hash {text} NOT NULL,
    text {text} NOT NULL,
    chars INTEGER NOT NULL,
    unknown_words INTEGER NOT NULL,
    created_at {text} NOT NULL,
    last_used_at {text} NOT NULL,
    hits BIGINT NOT NULL
);
CREATE INDEX memory_by_use ON memory (last_used_at);
CREATE INDEX memory_by_segment ON memory (segment_hash);

CREATE TABLE translation_budget (
    account {text} NOT NULL,
    month {text} NOT NULL,
    characters BIGINT NOT NULL,
    PRIMARY KEY (account, month)
);
