package flights.flight;

/** The one definition of a route's name, for training and for serving. */
public final class Route {

  private Route() {}

  /** For example {@code ATL-SFO}. */
  public static String name(String origin, String dest) {
    return origin + "-" + dest;
  }
}
