select string(id) as id, double(calls) as calls, double(waited) as waited from raw
