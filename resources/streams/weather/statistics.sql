-- Statistics of each station, from both topics. A report that a producer repeats counts again here; the snapshot consumers leave it out.
CREATE STREAM stations_json (date STRING, station STRING, degrees DOUBLE, raining INT)
  WITH (topic = 'stations-json', format = 'json', timestamp = 'rowtime', watermark = '10 minutes', start = 'earliest', batch = '500000');

CREATE STREAM stations (date STRING, station STRING, degrees DOUBLE, raining BOOLEAN)
  WITH (topic = 'stations', format = 'protobuf', descriptor = 'report.desc', message = 'weather.Report',
    timestamp = 'rowtime', watermark = '10 minutes', start = 'earliest', batch = '500000');

CREATE TABLE weather_statistics WITH (console = 'true', collection = 'weather_statistics', key = 'station', trigger = '5 seconds') AS
  SELECT station, min(date) AS first_date, max(date) AS last_date, count(*) AS measurements,
    round(avg(degrees), 2) AS average, max(degrees) AS maximum
  FROM stations_json GROUP BY station;

CREATE TABLE weather_statistics_protobuf WITH (collection = 'weather_statistics_protobuf', key = 'station', trigger = '5 seconds') AS
  SELECT station, min(date) AS first_date, max(date) AS last_date, count(*) AS measurements,
    round(avg(degrees), 2) AS average, max(degrees) AS maximum
  FROM stations GROUP BY station;
