select string(id) as id, kind, boolean(held_back) as held_back, country, platform,
  double(product_views) as product_views, double(listing_views) as listing_views,
  double(gallery_views) as gallery_views, double(nb_orders) as nb_orders,
  double(label = 'bot') as label,
  concat(label, ': ', kind) as visitor
from raw
