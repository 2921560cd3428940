package flights.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackagesTest {

  private static ModelPackage model;

  @TempDir Path root;
  private ModelPackages packages;

  @BeforeAll
  static void train() {
    model = Models.doubling();
  }

  @BeforeEach
  void open() {
    packages = new ModelPackages(root.toUri().toString(), new Configuration());
  }

  @Test
  void aPackageIsReadAsItWasWritten() {
    ModelPackage read = packages.read(packages.write("v1", model));

    assertThat(read.config()).isEqualTo(model.config());
    assertThat(read.card()).isEqualTo(model.card());
    assertThat(
            new Scoring(read, "v1").scoreExample(SparkForTests.session()).<Double>getAs("Doubled"))
        .isEqualTo(2.0);
  }

  @Test
  void nothingButThePackageIsLeftInItsFolder() throws IOException {
    packages.write("v1", model);

    assertThat(names(root.resolve("doubling"))).containsExactly("v1");
    assertThat(names(root.resolve("doubling/v1")))
        .contains("metadata", "stages", "config.json", "card.json", "manifest.json");
  }

  @Test
  void aVersionIsNeverOverwritten() {
    packages.write("v1", model);

    assertThatThrownBy(() -> packages.write("v1", model))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("v1 is there already");
  }

  @Test
  void aMissingPackageIsNamedWithTheWayOut() {
    assertThatThrownBy(() -> packages.read(root.resolve("doubling/v9").toUri().toString()))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("doubling/v9")
        .hasMessageContaining("./flights train");
  }

  @Test
  void aHalfPackageIsNotRead() throws IOException {
    String address = packages.write("v1", model);
    Files.delete(root.resolve("doubling/v1/config.json"));

    assertThatThrownBy(() -> packages.read(address))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("config.json is missing or has changed");
  }

  @Test
  void aChangedPackageIsNotRead() throws IOException {
    String address = packages.write("v1", model);
    Path card = root.resolve("doubling/v1/card.json");
    Files.writeString(card, Files.readString(card).replace("100", "900"));
    Files.deleteIfExists(root.resolve("doubling/v1/.card.json.crc"));

    assertThatThrownBy(() -> packages.read(address))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("card.json is missing or has changed");
  }

  @Test
  void aPackageThatCannotBeWrittenLeavesNothing() throws IOException {
    Path file = Files.createFile(root.resolve("a-file"));
    ModelPackages nowhere = new ModelPackages(file.toUri().toString(), new Configuration());

    assertThatThrownBy(() -> nowhere.write("v1", model))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("a-file/doubling/v1 cannot be written");
    assertThat(names(root)).contains("a-file").doesNotContain("doubling");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .toList();
    }
  }
}
