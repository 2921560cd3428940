package flights.bench.report;

import flights.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of a bench has found, with all that is needed to judge and to repeat it.
 *
 * @param bench its name, such as {@code web}
 * @param at when it began
 * @param commit of the program, with {@code -dirty} when something was changed; null when unknown
 * @param loadBefore how busy the machine was when it began
 * @param loadAfter and when it ended
 * @param good whether all that was asked was answered
 */
public record Result(
    String bench,
    Instant at,
    double seconds,
    Machine machine,
    double loadBefore,
    double loadAfter,
    Map<String, String> versions,
    String commit,
    Map<String, String> parameters,
    List<Figure> figures,
    List<Plot> plots,
    List<String> remarks,
    boolean good) {

  /** Reads one that was written before; throws IllegalArgumentException when it is none. */
  public static Result read(Path file) {
    try {
      Result read = Json.read(Files.readString(file), Result.class);
      if (read.bench == null || read.figures == null || read.machine == null) {
        throw new IllegalArgumentException(file + " is no result of a bench");
      }
      return read;
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no result " + file + " to compare with", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is no result of a bench", e);
    }
  }

  Optional<Figure> figure(Figure like) {
    return figures.stream().filter(like::isSameAs).findFirst();
  }
}
