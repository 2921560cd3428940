package flights.bench.watch;

import flights.core.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How large the folders of a home are. */
public final class FolderSizes {

  private final Home home;
  private final Map<String, Long> first;

  private FolderSizes(Home home) {
    this.home = home;
    this.first = sizes();
  }

  public static FolderSizes of(Home home) {
    return new FolderSizes(home);
  }

  /** In bytes, by what lies there. */
  public Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("broker", size(home.broker()));
    sizes.put("store", size(home.store().getParent()));
    sizes.put("checkpoints", size(home.checkpoints()));
    sizes.put("logs", size(home.folder().resolve("logs")));
    return sizes;
  }

  /** Since the first look. */
  public Map<String, Long> grown() {
    Map<String, Long> grown = sizes();
    grown.replaceAll((folder, size) -> size - first.get(folder));
    return grown;
  }

  private static long size(Path folder) {
    try {
      // Without Kafka's indexes, which are made large and are mostly empty.
      return flights.core.files.Folders.size(folder, file -> !file.toString().endsWith("index"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
