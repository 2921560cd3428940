package flights.bench;

import flights.core.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * The web server that is measured.
 *
 * @param own whether it is the one of the settings, whose processes can be watched
 */
record WebTarget(URI service, boolean own) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Throws IllegalArgumentException when it is not there, or not ready.
   *
   * @param other the address of another one than that of the settings
   */
  static WebTarget of(Settings settings, Optional<String> other) {
    String address = other.orElse("http://" + settings.webAddress());
    if (!address.matches("http://[^/:]+(:\\d{1,5})?/?")) {
      throw new IllegalArgumentException(
          "--service " + address + " is no address such as http://host:5001");
    }
    URI service = URI.create(address.replaceFirst("/$", ""));
    requireReady(service);
    return new WebTarget(service, other.isEmpty());
  }

  private static void requireReady(URI service) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest ready = HttpRequest.newBuilder(service.resolve("/ready")).timeout(PATIENCE).build();
    try {
      int status = http.send(ready, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalArgumentException(service + " is not ready: see " + service + "/health");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "nothing answers at " + service + ": ./flights up starts it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("interrupted", e);
    }
  }
}
