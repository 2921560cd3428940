-- 12-wrong-select.sql:3:43: Syntax error at or near 'FRM'
CREATE STREAM events (user_id INT);
CREATE STREAM copy AS SELECT user_id AS b FRM events;
