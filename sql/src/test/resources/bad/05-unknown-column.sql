-- 05-unknown-column.sql:3:30: A column, variable, or function parameter with name `usr_id` cannot be resolved. Did you mean one of the following? [`user_id`].
CREATE STREAM events (user_id INT);
CREATE STREAM copy AS SELECT usr_id FROM events;
