-- 04-unknown-stream.sql:4:10: there is no stream, table or view evnts; did you mean events?
CREATE STREAM events (user_id INT);
CREATE STREAM copy AS SELECT *
    FROM evnts;
