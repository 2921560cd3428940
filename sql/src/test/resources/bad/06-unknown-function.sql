-- 06-unknown-function.sql:3:30: there is no function uper; did you mean upper?
CREATE STREAM events (user_id INT);
CREATE STREAM copy AS SELECT uper(user_id) FROM events;
