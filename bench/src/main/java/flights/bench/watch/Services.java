package flights.bench.watch;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import flights.core.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The processes that {@code ./flights up} has started on this machine. */
public final class Services {

  /** The one that starts the others and watches them. */
  static final String PARENT = "up";

  public static final String STORE = "store";

  private static final Set<String> SERVING = Set.of(STORE, "broker", "predictor", "web");

  private Services() {}

  /** Those that run; none when no {@code up} serves this home. */
  public static List<Service> of(Home home) {
    List<Service> services = new ArrayList<>();
    try {
      if (Files.exists(home.lock()) && Files.exists(home.processes())) {
        add(services, PARENT, Long.parseLong(Files.readString(home.lock()).strip()));
        for (JsonNode state : Json.read(Files.readString(home.processes()), JsonNode.class)) {
          if (SERVING.contains(state.path("name").asText())) {
            add(services, state.path("name").asText(), state.path("pid").asLong());
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "what runs in " + home.folder() + " cannot be read: " + e.getMessage(), e);
    }
    return services;
  }

  private static void add(List<Service> services, String name, long pid) {
    if (Files.exists(Path.of("/proc", String.valueOf(pid), "stat"))) {
      services.add(new Service(name, pid));
    }
  }
}
