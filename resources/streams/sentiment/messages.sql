-- What the messages of the sentiment model's topic say, minute by minute.
CREATE STREAM messages (id STRING, clean_text STRING, sent TIMESTAMP)
  WITH (topic = 'messages', format = 'json', timestamp = 'sent', watermark = '1 minute');

CREATE STREAM message_moods WITH (collection = 'message_moods', key = 'id') AS
  SELECT id, clean_text, sent, predict('sentiment', clean_text) AS mood FROM messages;

CREATE TABLE moods_by_minute WITH (collection = 'moods_by_minute', key = 'minute, mood') AS
  SELECT window.start AS minute, predict('sentiment', clean_text) AS mood, count(*) AS messages
  FROM messages GROUP BY window(sent, '1 minute'), mood;
