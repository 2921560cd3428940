package flights.web;

import java.io.IOException;

/** The server cannot listen where it is told to; the message names the settings to change. */
final class ListenException extends RuntimeException {

  ListenException(String host, int port, IOException cause) {
    super(message(host, port, cause), cause);
  }

  private static String message(String host, int port, IOException cause) {
    String reason = reason(cause);
    return reason.contains("in use")
        ? "port " + port + " of " + host + " is taken; FLIGHTS_WEB_PORT sets another port"
        : "cannot listen on port "
            + port
            + " of "
            + host
            + " ("
            + reason
            + "); FLIGHTS_WEB_HOST and FLIGHTS_WEB_PORT set another place";
  }

  private static String reason(Throwable failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : reason(failure.getCause());
  }
}
