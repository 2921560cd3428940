-- Who is a bot? By what each user has looked at in ten minutes, looked at every two minutes.
CREATE TABLE users (id INT, name STRING, country STRING, platform STRING, ip_address STRING, nb_orders INT, PRIMARY KEY (id))
  WITH (topic = 'mysql.demo.users', format = 'debezium');

CREATE STREAM events (user_id INT, event STRING, ts BIGINT, ip_address STRING)
  WITH (topic = 'events', format = 'json', timestamp = 'ts', watermark = '10 minutes');

CREATE VIEW views AS
  SELECT user_id, window.start AS window_start, window.end AS window_end,
    count_if(event = 'main_page') AS main_views, count_if(event = 'product_page') AS product_views,
    count_if(event = 'products_listing') AS listing_views, count_if(event = 'product_gallery') AS gallery_views
  FROM events GROUP BY user_id, window(ts, '10 minutes', '2 minutes');

CREATE VIEW judged AS
  SELECT v.user_id, u.name, u.country, u.platform, u.ip_address, u.nb_orders, v.window_start, v.window_end,
    v.main_views, v.product_views, v.listing_views, v.gallery_views,
    predict_struct('Bot Detector', array(u.country, u.platform),
      array(v.product_views, v.listing_views, v.gallery_views, u.nb_orders)) AS said
  FROM views v LEFT JOIN users u ON v.user_id = u.id;

CREATE TABLE bot_detection_results WITH (topic = 'bot_detection_results', key = 'user_id, window_start', trigger = '2 seconds') AS
  SELECT user_id, name, country, platform, ip_address, nb_orders, window_start, window_end,
    main_views, product_views, listing_views, gallery_views, said.verdict, said.ModelVersion AS version
  FROM judged;
