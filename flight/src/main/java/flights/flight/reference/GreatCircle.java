package flights.flight.reference;

/** Distances over the round earth. */
final class GreatCircle {

  private static final double EARTH_RADIUS_MILES = 3958.7613;

  private GreatCircle() {}

  /** Statute miles along the great circle, by the haversine formula. */
  static double miles(Airport from, Airport to) {
    double lat1 = Math.toRadians(from.lat());
    double lat2 = Math.toRadians(to.lat());
    double halfLat = Math.sin((lat2 - lat1) / 2);
    double halfLon = Math.sin(Math.toRadians(to.lon() - from.lon()) / 2);
    double h = halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLon * halfLon;
    return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
