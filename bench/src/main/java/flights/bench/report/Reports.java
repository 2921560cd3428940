package flights.bench.report;

import flights.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Objects;

/** The folder that results are kept in: each as JSON, and as a page that draws it. */
public final class Reports {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final String PLACE = "\"RESULTS\"";

  private final Path folder;

  public Reports(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes both, and returns the page; the JSON lies beside it.
   *
   * @param other to be shown beside it; null when there is none
   */
  public Path write(Result result, Result other) throws IOException {
    Files.createDirectories(folder);
    Path page = folder.resolve(result.bench() + "-" + NAME.format(result.at()) + ".html");
    Files.writeString(json(page), Json.pretty(result));
    Result[] shown = other == null ? new Result[] {result} : new Result[] {result, other};
    // Nothing in it may end the script that it stands in.
    String results = Json.write(Arrays.asList(shown)).replace("<", "\\u003c");
    Files.writeString(page, template().replace(PLACE, results));
    return page;
  }

  /** The JSON that lies beside a page. */
  public static Path json(Path page) {
    return page.resolveSibling(page.getFileName().toString().replace(".html", ".json"));
  }

  private static String template() throws IOException {
    try (InputStream in = Reports.class.getResourceAsStream("report.html")) {
      byte[] bytes = Objects.requireNonNull(in, "report.html").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
