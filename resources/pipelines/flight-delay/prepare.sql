-- Derived fields come from the same functions by which the web server derives them from a form.
with distances as (
  -- One distance a route, as it is served: the Bureau's differ by a mile now and then.
  select Origin, Dest, mode(Distance, true) as Distance from raw group by Origin, Dest
)
select /*+ broadcast(distances) */
  Carrier,
  FlightNum,
  FlightDate,
  Origin,
  Dest,
  DepDelay,
  distances.Distance,
  flight_day_of_week(FlightDate) as DayOfWeek,
  flight_day_of_month(FlightDate) as DayOfMonth,
  flight_day_of_year(FlightDate) as DayOfYear,
  flight_route(Origin, Dest) as Route,
  CRSDepTime,
  CRSArrTime,
  CRSElapsedTime,
  ArrDelay,
  double(flight_delay_bucket(ArrDelay)) as label
from raw join distances using (Origin, Dest)
