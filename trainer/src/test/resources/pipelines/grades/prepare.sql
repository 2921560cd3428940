select string(id) as id, double(weight) as weight, double(gloss) as gloss, double(grade) as grade from raw
