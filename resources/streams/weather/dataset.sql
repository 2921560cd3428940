-- Rows to learn from: today's rain beside the two days before. Reports are taken once, and kept for 30 days of weather.
CREATE STREAM reports (date TIMESTAMP, station STRING, degrees DOUBLE, raining INT)
  WITH (topic = 'stations-json', format = 'json', timestamp = 'date', watermark = '30 days', unique = 'station, date');

CREATE VIEW today AS SELECT station, date, raining FROM reports;

-- Yesterday (sub1) and the day before (sub2), moved forward to the day that they tell about.
CREATE VIEW features AS
  SELECT one.station, date_add(one.date, 1) AS date, month(date_add(one.date, 1)) AS month,
    one.degrees AS sub1degrees, one.raining AS sub1raining, two.degrees AS sub2degrees, two.raining AS sub2raining, one.date AS yesterday
  FROM reports one JOIN reports two ON one.station = two.station AND date_add(one.date, 1) = date_add(two.date, 2)
    AND two.date BETWEEN one.date - INTERVAL 1 DAY AND one.date - INTERVAL 1 DAY;

CREATE STREAM rain_dataset WITH (path = 'rain', trigger = '1 minute') AS
  SELECT t.station, date(t.date) AS date, t.raining, f.month, f.sub1degrees, f.sub1raining, f.sub2degrees, f.sub2raining
  FROM features f JOIN today t ON f.station = t.station AND f.date = date(t.date)
    AND t.date BETWEEN f.yesterday + INTERVAL 1 DAY AND f.yesterday + INTERVAL 1 DAY;
