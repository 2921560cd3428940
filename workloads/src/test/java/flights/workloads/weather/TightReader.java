package flights.workloads.weather;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Reads files of summaries again and again, as others may at any time. */
final class TightReader extends Thread {

  private static final int PARTITIONS = 6;
  private static final long PAUSE_NANOS = 300_000;

  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Path folder;
  private volatile boolean ended;
  private long whole;
  private IOException fault;

  TightReader(Path folder) {
    this.folder = folder;
  }

  @Override
  public void run() {
    for (int i = 0; !ended && fault == null; i++) {
      // Else it would take a processor from those that are tested.
      LockSupport.parkNanos(PAUSE_NANOS);
      try {
        if (json.readTree(Files.readAllBytes(file(i))).get("offset").isIntegralNumber()) {
          whole++;
        }
      } catch (NoSuchFileException e) {
        // None before the first one is there.
      } catch (IOException e) {
        fault = e;
      }
    }
  }

  private Path file(int i) {
    return folder.resolve("partition-" + i % PARTITIONS + ".json");
  }

  /** How many whole files it has seen; throws what it has seen instead of one. */
  long end() throws IOException, InterruptedException {
    ended = true;
    join();
    if (fault != null) {
      throw fault;
    }
    return whole;
  }
}
