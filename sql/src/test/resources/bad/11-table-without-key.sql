-- 11-table-without-key.sql:2:20: a table needs to know what a row is found by: PRIMARY KEY (column) at the end
CREATE TABLE users (id INT, name STRING);
