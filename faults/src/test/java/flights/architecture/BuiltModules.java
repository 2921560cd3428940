package flights.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The classes of all modules, as Maven has compiled them, without those of tests. */
final class BuiltModules {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private BuiltModules() {}

  /** Fails when a module has none: an empty folder breaks no rule. */
  static JavaClasses classes() {
    List<Path> folders = names().stream().map(BuiltModules::classesOf).toList();
    ClassFileImporter importer = new ClassFileImporter();
    assertThat(folders)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            folder ->
                assertThat(Files.isDirectory(folder) ? importer.importPath(folder) : List.of())
                    .as("%s, which ./flights test faults builds", folder)
                    .isNotEmpty());
    return importer.importPaths(folders);
  }

  private static List<String> names() {
    try {
      return MODULE
          .matcher(Files.readString(ROOT.resolve("pom.xml")))
          .results()
          .map(module -> module.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path classesOf(String module) {
    return ROOT.resolve(module).resolve("target").resolve("classes");
  }
}
