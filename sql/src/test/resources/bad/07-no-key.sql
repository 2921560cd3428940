-- 07-no-key.sql:3:39: a collection needs key = 'column, ...': by it a row replaces an earlier one
CREATE STREAM events (user_id INT);
CREATE STREAM copy WITH (collection = 'copies') AS SELECT * FROM events;
