package flights.bench.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The library libfaketime, by which the clock of a process can be set while it runs. */
final class FakeTime {

  private static final List<String> FOLDERS =
      List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");

  private FakeTime() {}

  /** Throws {@link CannotBeTried} when it is not installed. */
  static Path library() throws CannotBeTried {
    return FOLDERS.stream()
        .map(folder -> Path.of(folder, "faketime", "libfaketimeMT.so.1"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new CannotBeTried("libfaketime is not installed (apt-get install libfaketime)"));
  }

  /** What a process needs to go by a clock that is told in a file. */
  static Map<String, String> of(Path library, Path clock) {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", clock.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "DONT_FAKE_MONOTONIC", "1");
  }
}
