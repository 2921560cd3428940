package flights.workloads.bots;

/** What happens next in the shop. */
sealed interface TrafficStep {

  /** Milliseconds. */
  long at();

  /** A visitor looks at a page. */
  record PageView(int userId, PageKind event, long at, String ipAddress) implements TrafficStep {}

  /** A user is new, or has changed. */
  record UserSaved(ShopUser user, boolean isNew) implements TrafficStep {
    @Override
    public long at() {
      return user.updatedAt();
    }
  }
}
