-- Derived fields come from the same functions by which the web server derives them from a form.
select
  Carrier,
  FlightNum,
  FlightDate,
  Origin,
  Dest,
  DepDelay,
  Distance,
  flight_day_of_week(FlightDate) as DayOfWeek,
  flight_day_of_month(FlightDate) as DayOfMonth,
  flight_day_of_year(FlightDate) as DayOfYear,
  flight_route(Origin, Dest) as Route,
  CRSDepTime,
  CRSArrTime,
  CRSElapsedTime,
  ArrDelay,
  double(flight_delay_bucket(ArrDelay)) as label
from raw
