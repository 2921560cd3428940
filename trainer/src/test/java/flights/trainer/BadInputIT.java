package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import flights.core.registry.ModelRegistry;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.PackageException;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong is told in one line, and leaves no version behind, not even a part of one. */
class BadInputIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;
  private EmbeddedStore embedded;
  private Store store;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void aFullDiskIsNamed() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()))
        .as("a small file system can be mounted here")
        .isZero();
    try {
      assertThatThrownBy(() -> training(ROOT, disk).run(TrainOptions.of("sentiment")))
          .isInstanceOf(PackageException.class)
          .hasMessageMatching("the model package .*disk/sentiment.* cannot be written: .*");
      assertThat(files(disk)).isEmpty();
      assertThat(registry.names()).isEmpty();
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void aRegistryThatGoesAwayLeavesNoPackage() throws IOException {
    Training training = training(ROOT, folder);
    embedded.close();
    assertThatThrownBy(() -> training.run(TrainOptions.of("sentiment", "--no-baselines")));
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aWrongColumnInTheSqlIsToldWithItsLine() throws IOException {
    Path root = copyOfSentiment();
    Path sql = root.resolve("resources/pipelines/sentiment/prepare.sql");
    Files.writeString(sql, Files.readString(sql).replace("  clean_text,", "  clean_txt,"));

    assertThatThrownBy(() -> training(root, folder).run(TrainOptions.of("sentiment")))
        .hasMessageContaining("prepare.sql line 4")
        .hasMessageContaining("clean_txt")
        .hasMessageContaining("clean_text");
  }

  @Test
  void whatIsWrongInTheCleaningSqlIsTold() throws IOException {
    Path root = copyOfSentiment();
    Path sql = root.resolve("resources/pipelines/sentiment/clean.sql");
    Map<String, String> wrong =
        Map.of(
            "select *,\n string(null) as dropped,\n clean_txt from raw",
            "clean.sql line 3: there is no column clean_txt; did you mean one of `clean_text`",
            "select * from raw",
            "clean.sql makes no column dropped",
            "select *, id is null as dropped from raw",
            "clean.sql makes the column dropped as boolean; it is a text",
            "select *, string(id) as dropped from raw",
            "clean.sql gives over 100 reasons in dropped",
            "select *, 'no good' as dropped from raw",
            "no row can be used: no good 6");

    for (Map.Entry<String, String> each : wrong.entrySet()) {
      Files.writeString(sql, each.getKey());
      assertThatThrownBy(() -> training(root, folder).run(TrainOptions.of("sentiment")))
          .hasMessageContaining(each.getValue());
    }
    assertThat(registry.names()).isEmpty();
  }

  @Test
  void anEmptyFileAndAnotherSchemaAreNamed() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

    for (Path file : new Path[] {empty, other}) {
      assertThatThrownBy(
              () ->
                  training(ROOT, folder)
                      .run(TrainOptions.of("flight-delay", "--data", file.toString())))
          .hasMessageContaining(file.getFileName().toString());
    }
    assertThat(registry.names()).isEmpty();
  }

  private Training training(Path root, Path models) {
    return new Training(
        SparkForTests.forFewRows(),
        root,
        new ModelPackages(models.toUri().toString(), new Configuration()),
        store);
  }

  private Path copyOfSentiment() throws IOException {
    Path from = ROOT.resolve("resources/pipelines/sentiment");
    Path to = Files.createDirectories(folder.resolve("root/resources/pipelines/sentiment"));
    try (Stream<Path> all = Files.list(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return folder.resolve("root");
  }

  private static java.util.List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
