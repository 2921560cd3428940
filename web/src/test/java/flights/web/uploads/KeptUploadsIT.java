package flights.web.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.UploadsCommand;
import flights.core.json.Json;
import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.Store;
import flights.core.training.TrainingJobs;
import flights.core.training.TrainingRequest;
import flights.standalone.EmbeddedStore;
import flights.testing.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads on a disk and on a server that speaks S3: put there, listed, and removed. */
class KeptUploadsIT {

  private static final byte[] ROWS = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static S3Server s3;
  private static EmbeddedStore embedded;
  private static Store store;

  @BeforeAll
  static void start() {
    s3 = S3Server.start(folder);
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "uploads");
  }

  @AfterAll
  static void stop() {
    store.close();
    embedded.close();
    s3.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disk", "s3"})
  void whatIsOldAndNotNeededGoes(String kind) throws IOException {
    try (Uploads uploads = uploads(kind, "listed")) {
      TrainingRequest over = put(uploads, "over.csv");
      TrainingRequest running = put(uploads, "queued.csv");
      TrainingRequest again = put(uploads, "again.csv");
      String orphan = UUID.randomUUID().toString();
      keep(uploads, orphan, ROWS);
      TrainingJobs jobs = new TrainingJobs(store);
      jobs.add(over);
      jobs.add(running);
      jobs.add(again);
      // Another training is to learn from the same file.
      jobs.add(request(UUID.randomUUID().toString(), again.data(), null));
      end(over);
      end(again);

      String list = answer(uploads, Duration.ZERO);
      assertThat(list)
          .containsPattern(over.id() + " +any +8 B +0 min +failed +over.csv")
          .containsPattern(running.id() + " +any +8 B +0 min +queued +queued.csv")
          .containsPattern(orphan + " +- +8 B +0 min +none +-")
          .contains("4 uploads, 32 B, at ");
      JsonNode listed = Json.read(answer(uploads, Duration.ZERO, "--json"), JsonNode.class);
      assertThat(listed.findValuesAsText("id"))
          .containsExactlyInAnyOrder(over.id(), running.id(), again.id(), orphan);
      assertThat(answer(uploads, Duration.ofDays(1))).startsWith("there are no such uploads");

      assertThat(answer(uploads, Duration.ZERO, "--older-than", "0", "--remove"))
          .isEqualTo("1 upload removed; 3 stay, since trainings need them");
      assertThat(answer(uploads, Duration.ZERO))
          .doesNotContain(over.id())
          .contains(running.id(), again.id(), orphan);
    }
  }

  private static String answer(Uploads uploads, Duration age, String... words) throws IOException {
    return UploadsMain.answer(uploads, store, age, CommandLines.read(UploadsCommand.class, words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"disk", "s3"})
  void aLargeFileIsWholeAndOneThatIsNotKeptIsNowhere(String kind) throws IOException {
    byte[] large = new byte[2 * S3Draft.PART + 1_000];
    new Random(1).nextBytes(large);
    String id = UUID.randomUUID().toString();
    try (Uploads uploads = uploads(kind, "large")) {
      Upload.Kept kept = keep(uploads, id, large);
      try (Upload dropped = uploads.begin(UUID.randomUUID().toString())) {
        dropped.write(large, 0, large.length);
      }

      assertThat(kept.address()).endsWith("/large/" + id + ".csv");
      assertThat(uploads.list())
          .singleElement()
          .matches(it -> Uploads.id(it).equals(id) && it.size() == large.length);
      uploads.removeLeftOvers();
      uploads.remove(id);
      uploads.remove(id);
      assertThat(uploads.list()).isEmpty();
    }
  }

  @Test
  void afterSoLongItGoesByItselfAndWhatIsNotOursStays() throws IOException {
    try (Uploads uploads = uploads("disk", "kept")) {
      String old = UUID.randomUUID().toString();
      String young = UUID.randomUUID().toString();
      keep(uploads, old, ROWS);
      keep(uploads, young, ROWS);
      Path own = folder.resolve("kept");
      FileTime before = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
      Path other = Files.write(own.resolve("my-data.csv"), ROWS);
      Files.setLastModifiedTime(other, before);
      Files.setLastModifiedTime(own.resolve(old + ".csv"), before);

      new OldUploads(uploads, () -> store, Duration.ZERO).run();
      assertThat(uploads.list()).hasSize(2);
      new OldUploads(uploads, () -> store, Duration.ofDays(30)).run();
      assertThat(uploads.list()).singleElement().matches(it -> Uploads.id(it).equals(young));
      assertThat(other).exists();
    }
  }

  @Test
  void anS3ThatCannotBeUsedSaysWhyInOneLineWithoutItsKeys() {
    for (String address : new String[] {"s3a://no-such-bucket/x", "s3a://flights-test/x"}) {
      Map<String, String> options =
          address.contains("no-such")
              ? s3.options()
              : Map.of(
                  "spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:1",
                  "spark.hadoop.fs.s3a.access.key", "a-key",
                  "spark.hadoop.fs.s3a.secret.key", "a-secret");
      try (Uploads uploads = new Uploads(settings(address, options))) {
        assertThatThrownBy(() -> keep(uploads, UUID.randomUUID().toString(), ROWS))
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith(address + "/ cannot be used: ")
            .hasMessageNotContainingAny("\n", "a-secret", "a-key");
      }
    }
  }

  private static Uploads uploads(String kind, String name) {
    return new Uploads(
        kind.equals("disk")
            ? settings(folder.resolve(name).toString(), Map.of())
            : settings("s3a://" + S3Server.BUCKET + "/" + name + "/", s3.options()));
  }

  private static Settings settings(String address, Map<String, String> options) {
    StringBuilder text = new StringBuilder();
    options.forEach((key, value) -> text.append(key).append('=').append(value).append(' '));
    return Settings.of(
        Map.of(
            "FLIGHTS_HOME", folder.resolve("home").toString(),
            "FLIGHTS_UPLOADS", address,
            "FLIGHTS_SPARK_OPTIONS", text.toString()));
  }

  private static TrainingRequest put(Uploads uploads, String file) throws IOException {
    String id = UUID.randomUUID().toString();
    return request(id, keep(uploads, id, ROWS).address(), file);
  }

  private static TrainingRequest request(String id, String data, String file) {
    return new TrainingRequest(id, "any", data, null, Instant.now(), null, null, file);
  }

  private static Upload.Kept keep(Uploads uploads, String id, byte[] content) throws IOException {
    try (Upload upload = uploads.begin(id)) {
      for (int from = 0; from < content.length; from += 100_000) {
        byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + 100_000));
        upload.write(piece, 0, piece.length);
      }
      return upload.keep();
    }
  }

  /** As a job ends that nobody has claimed: only a listener can tell it. */
  private static void end(TrainingRequest request) {
    var unused =
        store
            .collection(Collections.TRAINING_JOBS)
            .updateOne(Filters.eq("_id", request.id()), Updates.set("state", "failed"));
  }
}
