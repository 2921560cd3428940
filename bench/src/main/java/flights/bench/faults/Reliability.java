package flights.bench.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import flights.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the latest outcome of each fault: as JSON, and as a page when they were tried in full. */
final class Reliability {

  private final Path root;

  Reliability(Path root) {
    this.root = root;
  }

  /** Adds these to what is known, and writes the page anew unless they are of a short run. */
  void note(List<Outcome> outcomes) throws IOException {
    boolean isShort = outcomes.stream().anyMatch(Outcome::isShort);
    Path file =
        Files.createDirectories(root.resolve("var/bench"))
            .resolve(isShort ? "faults-short.json" : "faults.json");
    Map<String, Outcome> known = new LinkedHashMap<>();
    if (Files.exists(file)) {
      Json.mapper()
          .readValue(file.toFile(), new TypeReference<List<Outcome>>() {})
          .forEach(it -> known.put(it.fault(), it));
    }
    outcomes.forEach(it -> known.put(it.fault(), it));
    List<Outcome> all =
        Faults.ALL.stream().map(Fault::name).filter(known::containsKey).map(known::get).toList();
    Files.writeString(file, Json.pretty(all));
    System.out.println("written: " + file);
    if (!isShort) {
      Path page = root.resolve("docs/RELIABILITY.md");
      Files.writeString(page, Page.of(all));
      System.out.println("written: " + page);
    }
  }
}
