select string(id) as id, date(sold) as sold, double(size) as size, int(rooms) as rooms, town, double(paid) as price
from raw
