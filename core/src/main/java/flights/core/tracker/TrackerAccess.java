package flights.core.tracker;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an MLflow is, and who we are there.
 *
 * @param address without user and password, and without a slash at its end
 * @param authorization the header that tells who we are; empty for none
 */
record TrackerAccess(String address, String authorization) {

  private static final Pattern PARTS = Pattern.compile("(https?://)(?:(.*)@)?(.*?)/*");

  /**
   * A token goes before a user, and both before what stands in the address. All up to the last at
   * sign is taken for user and password, so that no part of them is ever shown.
   */
  static TrackerAccess of(String uri, String user, String password, String token) {
    Matcher parts = PARTS.matcher(uri);
    if (!parts.matches()) {
      throw new IllegalArgumentException("the address of MLflow begins with http:// or https://");
    }
    String address = parts.group(1) + parts.group(3);
    if (!token.isEmpty()) {
      return new TrackerAccess(address, "Bearer " + token);
    }
    String given = parts.group(2) == null ? null : decoded(parts.group(2));
    String pair = user.isEmpty() ? given : user + ":" + password;
    return new TrackerAccess(address, pair == null ? "" : "Basic " + encoded(pair));
  }

  private static String decoded(String userInfo) {
    try {
      return URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that is meant as one.
      return userInfo;
    }
  }

  private static String encoded(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return address;
  }
}
