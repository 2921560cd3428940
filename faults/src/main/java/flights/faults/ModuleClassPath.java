package flights.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What another module runs with, and this one's classes beside it. */
final class ModuleClassPath {

  private ModuleClassPath() {}

  static String with(Path module) throws IOException {
    Path target = module.resolve("target");
    try (var jars = Files.newDirectoryStream(target, "flights-*.jar")) {
      String own =
          java.util.stream.StreamSupport.stream(jars.spliterator(), false)
              .map(Path::toString)
              .collect(Collectors.joining(":"));
      return own
          + ":"
          + Files.readString(target.resolve("classpath")).strip()
          + ":"
          + Path.of(BrokerMain.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
  }
}
