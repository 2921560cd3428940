package flights.core.registry;

import java.time.Instant;
import java.util.List;

/**
 * Which version of a model is served.
 *
 * @param earlier the versions served before, the latest first
 * @param move counts the moves, so that two who move at once do not overwrite each other
 */
public record Champion(
    String name, String version, String reason, Instant movedAt, List<String> earlier, long move) {

  private static final int REMEMBERED = 20;

  static Champion first(String name, String version, String reason, Instant at) {
    return new Champion(name, version, reason, at, List.of(), 1);
  }

  Champion movedTo(String next, String why, Instant at) {
    List<String> before =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(version),
                earlier.stream().filter(old -> !old.equals(version)))
            .filter(old -> !old.equals(next))
            .limit(REMEMBERED)
            .toList();
    return new Champion(name, next, why, at, before, move + 1);
  }
}
