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
