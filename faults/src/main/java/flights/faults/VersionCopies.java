package flights.faults;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** Further versions of the model of a test system: copies of its champion, whole or damaged. */
final class VersionCopies {

  private final ModelRegistry models;

  VersionCopies(TestSystem system) {
    this.models = system.models();
  }

  /** Registers the champion's package once more, as another version; returns that. */
  String another(String suffix) throws IOException {
    ModelVersion champion = models.championVersion(TestSystem.MODEL).orElseThrow();
    Path original = Path.of(URI.create(champion.address()));
    String version = champion.version().replaceFirst("-x.*", "") + "-x" + suffix;
    Path copy = original.resolveSibling(version);
    copy(original, copy);
    models.register(
        new ModelVersion(
            TestSystem.MODEL, version, copy.toUri().toString(), Instant.now(), champion.metrics()));
    return version;
  }

  /** Another version whose package is damaged: its largest file has lost its second half. */
  String damaged(String suffix) throws IOException {
    String version = another(suffix);
    Path copy = Path.of(URI.create(models.require(TestSystem.MODEL, version).address()));
    Path largest = null;
    try (var files = Files.walk(copy)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        largest = largest == null || Files.size(file) > Files.size(largest) ? file : largest;
      }
    }
    byte[] whole = Files.readAllBytes(largest);
    Files.write(largest, Arrays.copyOf(whole, whole.length / 2));
    return version;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
