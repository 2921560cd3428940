package flights.core.tracker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where an MLflow is, and who we are there.
 *
 * @param address without user and password, and without a slash at its end
 * @param authorization the header that tells who we are; empty for none
 */
record TrackerAccess(String address, String authorization) {

  /** A token goes before a user, and both before what stands in the address. */
  static TrackerAccess of(String uri, String user, String password, String token) {
    URI given = URI.create(uri);
    String address = given.toString().replaceFirst("//[^/]*@", "//").replaceFirst("/+$", "");
    if (!token.isEmpty()) {
      return new TrackerAccess(address, "Bearer " + token);
    }
    String pair = user.isEmpty() ? given.getUserInfo() : user + ":" + password;
    return new TrackerAccess(address, pair == null ? "" : "Basic " + encoded(pair));
  }

  private static String encoded(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return address;
  }
}
