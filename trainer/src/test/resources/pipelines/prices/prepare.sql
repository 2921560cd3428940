select string(id) as id, date(sold) as sold, year(date(sold)) as year, month(date(sold)) as month,
  double(size) as size, int(rooms) as rooms, town, double(paid) as price
from raw
