select concat(station, '/', date) as id, station, date(date) as date, double(raining) as raining, int(month) as month,
  double(sub1degrees) as sub1degrees, int(sub1raining) as sub1raining, double(sub2degrees) as sub2degrees, int(sub2raining) as sub2raining
from raw
