package flights.flight.spark.replay;

import flights.core.json.Json;
import flights.flight.event.FlightEvent;
import flights.flight.event.FlightEventType;
import flights.flight.spark.event.PastEvents;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/**
 * Events in the order in which they happened, in a file: so nothing but a line of them is in
 * memory.
 *
 * @param begin an hour before the first that is more than a timetable
 */
record ReplayFile(Path path, long flights, long events, Instant begin) implements AutoCloseable {

  private static final Duration BEFORE = Duration.ofHours(1);

  /** What is done with each event. */
  interface Reader {
    /** Whether to go on. */
    boolean take(FlightEvent event, byte[] message) throws InterruptedException;
  }

  /**
   * In a new file of a folder, which goes with the process.
   *
   * @param sorted rows of {@link PastEvents}
   */
  static ReplayFile write(Path folder, Iterator<Row> sorted) throws IOException {
    Path path = Files.createTempFile(Files.createDirectories(folder), "replay-", ".jsonl");
    path.toFile().deleteOnExit();
    long flights = 0;
    long events = 0;
    Instant begin = null;
    try (BufferedWriter lines = Files.newBufferedWriter(path)) {
      while (sorted.hasNext()) {
        FlightEvent event = PastEvents.event(sorted.next());
        lines.append(Json.write(event)).append('\n');
        events++;
        flights += event.type() == FlightEventType.SCHEDULED ? 1 : 0;
        if (begin == null && event.type() != FlightEventType.SCHEDULED) {
          begin = event.at().minus(BEFORE);
        }
      }
    }
    return new ReplayFile(path, flights, events, begin == null ? Instant.EPOCH : begin);
  }

  /** All of them, or until it is enough. */
  void read(Reader reader) throws IOException, InterruptedException {
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      boolean more = true;
      for (String line = lines.readLine(); line != null && more; line = lines.readLine()) {
        byte[] message = line.getBytes(StandardCharsets.UTF_8);
        more = reader.take(FlightEvent.read(message), message);
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
