-- 03-unknown-format.sql:2:49: format = 'jsn' is not known: it is one of json, debezium, avro, protobuf; did you mean json?
CREATE STREAM events (user_id INT) WITH (format='jsn');
