-- Will it rain tomorrow? The features of dataset.sql through the champion of the model rain. A station's 64 latest days are kept.
CREATE STREAM weather_days WITH (collection = 'weather_days', key = 'station, slot', newest = 'date', trigger = '2 seconds') AS
  SELECT station, pmod(datediff(date, DATE '2000-01-01'), 64) AS slot, string(date(date)) AS date, degrees, raining FROM reports;

CREATE VIEW judged_days AS
  SELECT station, date, predict_struct('rain', month, sub1degrees, sub1raining, sub2degrees, sub2raining) AS said FROM features;

CREATE STREAM rain_forecasts WITH (topic = 'rain_forecasts', collection = 'rain_forecasts', console = 'true', key = 'station, slot', newest = 'date', trigger = '2 seconds') AS
  SELECT station, pmod(datediff(date, DATE '2000-01-01'), 64) AS slot, string(date) AS date,
    said.prediction AS prediction, round(said.probabilities[1], 4) AS probability, said.ModelVersion AS version
  FROM judged_days;
