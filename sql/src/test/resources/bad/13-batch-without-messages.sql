-- 13-batch-without-messages.sql:3:53: batch = 'all' is no whole number from 1 to 999999999
CREATE STREAM visits (id STRING, clicks INT)
  WITH (topic = 'visits', start = 'latest', batch = 'all');
