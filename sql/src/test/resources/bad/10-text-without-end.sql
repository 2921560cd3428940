-- 10-text-without-end.sql:3:17: the text in ' that begins here does not end
CREATE STREAM events (user_id INT)
  WITH (topic = 'events, format =json);
