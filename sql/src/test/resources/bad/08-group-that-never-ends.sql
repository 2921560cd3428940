-- 08-group-that-never-ends.sql:3:23: Invalid streaming output mode: append. This output mode is not supported for streaming aggregations without watermark
CREATE STREAM events (user_id INT);
CREATE STREAM sums AS SELECT user_id, count(*) AS n FROM events GROUP BY user_id EMIT FINAL;
