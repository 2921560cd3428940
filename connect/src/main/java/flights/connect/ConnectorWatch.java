package flights.connect;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.flow.Backoff;
import flights.core.process.Daemon;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the connectors of files, tells how all connectors are when that changes, and starts again
 * what has failed: Kafka Connect itself would leave it so until somebody looks.
 */
final class ConnectorWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectorWatch.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final ConnectApi api;
  private final List<ConnectorFile> toMake;
  private final Backoff making = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
  private final Map<String, Backoff> pauses = new HashMap<>();
  private final Map<String, String> told = new HashMap<>();

  ConnectorWatch(ConnectApi api, List<ConnectorFile> files) {
    this.api = api;
    this.toMake = new ArrayList<>(files);
  }

  /** Returns at once. */
  void start() {
    Daemon.start("connectors", this::watch);
  }

  private void watch() throws InterruptedException {
    boolean ready = false;
    while (true) {
      try {
        JsonNode states = api.states();
        if (!ready) {
          LOG.info("ready: Kafka Connect at {}", api.address());
          ready = true;
        }
        look(states);
      } catch (IOException e) {
        // While it joins its group it takes no call; what lasts is told by its own end.
        LOG.debug("no states: {}", e.getMessage());
      }
      if (ready && making.isOver()) {
        make();
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  private void make() throws InterruptedException {
    for (ConnectorFile connector : List.copyOf(toMake)) {
      try {
        api.put(connector);
        toMake.remove(connector);
      } catch (IOException e) {
        tell(connector.name(), "is refused, and tried again: " + e.getMessage());
      }
    }
    if (!toMake.isEmpty()) {
      making.begin();
    }
  }

  private void look(JsonNode states) throws IOException, InterruptedException {
    told.keySet().removeIf(name -> !states.has(name) && !isToMake(name));
    pauses.keySet().removeIf(name -> !states.has(name));
    for (Entry<String, JsonNode> entry : states.properties()) {
      ConnectorState state = ConnectorState.of(entry.getValue().path("status"));
      tell(entry.getKey(), state.words());
      Backoff pause =
          pauses.computeIfAbsent(entry.getKey(), n -> new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
      if (state.failed() && pause.isOver()) {
        pause.begin();
        api.restart(entry.getKey());
      }
    }
  }

  private boolean isToMake(String name) {
    return toMake.stream().anyMatch(connector -> connector.name().equals(name));
  }

  private void tell(String name, String words) {
    if (!words.equals(told.put(name, words))) {
      LOG.info("connector {} {}", name, words);
    }
  }
}
