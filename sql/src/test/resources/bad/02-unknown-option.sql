-- 02-unknown-option.sql:2:43: there is no option topc; there are: topic, format, schema, descriptor, message, timestamp, watermark, unique, start, batch; did you mean topic?
CREATE STREAM events (user_id INT)  WITH (topc = 'events');
