package flights.predictor.stream;

import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request topic that is given more partitions while a predictor reads it. */
class GrowingTopicIT {

  @TempDir Path home;

  @Test
  void newPartitionsAreReadLongBeforeTheNextCheckpoint() throws Exception {
    try (Cluster cluster = new Cluster(home)) {
      cluster.promote("v1", 10);
      int before = cluster.settings.partitions();
      Map<String, String> environment = new HashMap<>(cluster.environment);
      environment.put("FLIGHTS_CHECKPOINT_INTERVAL", "1h");
      environment.put("FLIGHTS_PARTITIONS", String.valueOf(before + 1));
      try (RunningServing serving =
              new RunningServing(Settings.of(environment), TriggerMode.REAL_TIME);
          Admin admin = cluster.kafka.admin()) {
        cluster.ask("old", 1);
        cluster.awaitAnswer("old");

        admin
            .createPartitions(Map.of(Cluster.REQUESTS, NewPartitions.increaseTo(before + 1)))
            .all()
            .get();
        cluster.ask("new", 2, before);
        cluster.awaitAnswer("new");
      }
    }
  }
}
