package flights.core.check;

/**
 * Whether a component works.
 *
 * @param detail where it is when it is up; the cause and the way out when it is down
 */
public record Check(String component, boolean up, String detail) {

  public static Check up(String component, String detail) {
    return new Check(component, true, detail);
  }

  public static Check down(String component, String cause) {
    return new Check(component, false, cause);
  }
}
