package flights.workloads.bots;

/** What a visitor can look at, by the names that the events have. */
enum PageKind {
  main_page,
  products_listing,
  product_page,
  product_gallery
}
