package flights.workloads.bots;

/**
 * A row of the table of users.
 *
 * @param updatedAt milliseconds
 */
record ShopUser(
    int id,
    String name,
    String country,
    String platform,
    String ipAddress,
    int nbOrders,
    long updatedAt) {

  ShopUser withOrder(long at) {
    return new ShopUser(id, name, country, platform, ipAddress, nbOrders + 1, at);
  }
}
