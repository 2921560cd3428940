package flights.bench.own;

import flights.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The home of the bench's own systems, kept from one run to the next so that it has a model. */
public final class OwnHome {

  /** A first training takes less than a minute, on a machine that is not too busy. */
  static final Duration TRAINING = Duration.ofMinutes(15);

  private final Path folder;

  private OwnHome(Path folder) {
    this.folder = folder;
  }

  public static OwnHome of(Settings settings) {
    return new OwnHome(
        settings.home().folder().toAbsolutePath().normalize().resolve("bench").resolve("home"));
  }

  /** Starts a system there; see {@link OwnSystem}. */
  public OwnSystem start(Map<String, String> more) throws IOException {
    return OwnSystem.start(folder, more);
  }

  /** Starts once when that has never been done, so that there is a model and pages are filled. */
  public void prepare() throws IOException, InterruptedException {
    if (Files.exists(prepared())) {
      return;
    }
    System.out.println(
        "a home for the bench is made first: it trains and imports, some minutes ...");
    try (OwnSystem system = start(Map.of())) {
      system.await("was ready", TRAINING, system::isReady);
      system.awaitQuiet(TRAINING);
      Files.createFile(prepared());
    }
  }

  /** Leaves nothing of what earlier runs have made. */
  public void clear() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(OwnHome::delete);
      }
    }
  }

  private Path prepared() {
    return folder.resolve("prepared");
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
