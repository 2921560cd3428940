package flights.standalone;

import flights.core.files.Folders;
import flights.core.process.LifeSign;
import flights.core.process.ProcessLock;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import flights.core.text.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** How much of this machine a home and its processes take: lines for {@code status}. */
final class UsedResources {

  /** Where the process that starts the others stands among them. */
  static final String PARENT = "up";

  /** One line of {@code status}. */
  interface Line {
    void print(String what, String state, String detail);
  }

  private final Settings settings;
  private final Line line;

  UsedResources(Settings settings, Line line) {
    this.settings = settings;
    this.line = line;
  }

  void printDisk() {
    Home home = settings.home();
    if (settings.embeddedStore() && settings.storeOnDisk()) {
      printSize("store", home.store().getParent(), file -> true);
    }
    if (settings.embeddedBroker()) {
      // Its indexes are made large and are mostly empty.
      printSize("broker", home.broker(), file -> !file.toString().endsWith("index"));
    }
    settings.modelFolder().ifPresent(models -> printSize("models", models, file -> true));
    settings.uploadFolder().ifPresent(uploads -> printSize("uploads", uploads, file -> true));
  }

  private void printSize(String what, Path folder, Predicate<Path> counts) {
    try {
      line.print("disk", Bytes.of(Folders.size(folder, counts)), what + ": " + folder);
    } catch (IOException e) {
      line.print("disk", "?", what + ": " + e.getMessage());
    }
  }

  void printMemory() {
    if (!HomeLock.isHeld(settings.home())) {
      line.print("memory", "?", "no ./flights up serves this home");
    } else if (!MemoryUse.canBeTold()) {
      line.print("memory", "?", "only Linux tells it (/proc)");
    } else {
      long sum = 0;
      for (Map.Entry<String, Long> process : processes().entrySet()) {
        OptionalLong held = MemoryUse.of(process.getValue());
        if (held.isPresent()) {
          sum += held.getAsLong();
          line.print(
              "memory",
              Bytes.of(held.getAsLong()),
              process.getKey() + heap(process.getKey(), process.getValue()));
        }
      }
      line.print("memory", Bytes.of(sum), "all");
    }
  }

  /** The ids of those that run. */
  private Map<String, Long> processes() {
    Home home = settings.home();
    Map<String, Long> processes = new LinkedHashMap<>();
    processes.put(PARENT, Long.parseLong(ProcessLock.holder(home.lock())));
    ProcessTable.read(home.processes()).stream()
        .filter(ProcessState::running)
        .forEach(state -> processes.put(state.name(), state.pid()));
    return processes;
  }

  private String heap(String name, long pid) {
    return LifeSign.read(settings.home().lifeSign(name))
        .filter(sign -> sign.pid() == pid)
        .map(
            sign ->
                ", heap %s of %s".formatted(Bytes.of(sign.heapUsed()), Bytes.of(sign.heapMax())))
        .orElse("");
  }
}
