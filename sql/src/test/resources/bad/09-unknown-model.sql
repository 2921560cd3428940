-- 09-unknown-model.sql:4:9: there is no model bot detectr; there are: bot-detector; did you mean bot-detector?
CREATE STREAM events (user_id INT);
CREATE STREAM copy AS SELECT user_id,
        predict('bot detectr', user_id) AS bot FROM events;
