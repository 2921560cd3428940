package flights.flight.spark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistanceFileTest {

  @TempDir Path folder;

  @Test
  void theBooksDistancesAreRead() throws IOException {
    Path file =
        lines(
            """
            {"Origin":"ABQ","Dest":"DFW","Distance":569.0}
            {"_id":{"$oid":"5e"},"Origin":"DFW","Dest":"ABQ","Distance":569}
            {"Origin":"","Dest":"DFW","Distance":569.0}
            no JSON
            """);

    List<Row> rows =
        DistanceFile.read(SparkForTests.session(), file.toString())
            .orElseThrow()
            .orderBy("Origin")
            .collectAsList();

    assertThat(rows).extracting(row -> row.getString(0)).containsExactly("ABQ", "DFW");
    assertThat(rows).extracting(row -> row.getDouble(2)).containsOnly(569.0);
  }

  @Test
  void flightsAreNoDistances() throws IOException {
    Path flights =
        lines(
            "{\"Origin\":\"ABQ\",\"Dest\":\"DFW\",\"Distance\":569.0,\"DepDelay\":1,\"ArrDelay\":2}");

    assertThat(DistanceFile.read(SparkForTests.session(), flights.toString())).isEmpty();
  }

  @Test
  void distancesThatMakeNoSenseAreRefused() throws IOException {
    Path file = lines("{\"Origin\":\"ABQ\",\"Dest\":\"DFW\",\"Distance\":-1}");

    assertThatThrownBy(() -> DistanceFile.read(SparkForTests.session(), file.toString()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("none of its lines");
  }

  private Path lines(String text) throws IOException {
    return Files.writeString(folder.resolve("origin_dest_distances.jsonl"), text);
  }
}
