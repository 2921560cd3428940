package flights.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import flights.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the latest outcome of each fault: as JSON with all that was tried here, and on a page,
 * which may tell of what was tried elsewhere, when they were tried in full.
 */
final class OutcomeFiles {

  private final Path json;
  private final Path page;

  /**
   * Where outcomes are kept.
   *
   * @param measured the folder of all that is measured
   * @param root the program's folder
   */
  OutcomeFiles(Path measured, Path root, boolean isShort) {
    json = measured.resolve(isShort ? "faults-short.json" : "faults.json");
    page = isShort ? null : root.resolve("docs/RELIABILITY.md");
  }

  /** Adds these to what is known. */
  void note(List<FaultOutcome> outcomes) throws IOException {
    Map<String, FaultOutcome> known = new LinkedHashMap<>();
    if (Files.exists(json)) {
      Json.mapper()
          .readValue(json.toFile(), new TypeReference<List<FaultOutcome>>() {})
          .forEach(it -> known.put(it.fault(), it));
    }
    outcomes.forEach(it -> known.put(it.fault(), it));
    List<FaultOutcome> all =
        Faults.ALL.stream().map(Fault::name).filter(known::containsKey).map(known::get).toList();
    Files.createDirectories(json.getParent());
    Files.writeString(json, Json.pretty(all));
    if (page != null) {
      String before = Files.exists(page) ? Files.readString(page) : "";
      Files.writeString(page, ReliabilityPage.of(before, outcomes));
    }
  }

  String written() {
    return json + (page == null ? "" : ", " + page);
  }
}
