-- 01-misspelt-word.sql:2:8: there is "STRAEM" where STREAM or TABLE or VIEW is expected; did you mean STREAM?
CREATE STRAEM events (id STRING);
