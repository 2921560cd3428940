package flights.bench.load;

import java.util.Locale;
import java.util.stream.Stream;

/** How a program comes by the answer to what it has asked by HTTP. */
public enum PollMode {
  /** A second call, which is held until the answer is there. */
  LONG("/response/%s?wait=5s"),
  /** A second call, over which the answer is pushed. */
  SSE("/response/%s/events"),
  /** Calls again and again until it is there. */
  PLAIN("/response/%s"),
  /** The first call, which is held; a second only when that has not been enough. */
  POST("/response/%s?wait=5s");

  private final String path;

  PollMode(String path) {
    this.path = path;
  }

  /** Throws IllegalArgumentException that names all. */
  public static PollMode of(String word) {
    return Stream.of(values())
        .filter(mode -> mode.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--poll " + word + " is none of long, sse, plain, post"));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path(String id) {
    return path.formatted(id);
  }

  String query() {
    return this == POST ? "?wait=5s" : "";
  }

  /** Before it is asked again; a plain poll is the only one that the server does not hold. */
  long pauseMillis() {
    return this == PLAIN ? 10 : 0;
  }
}
