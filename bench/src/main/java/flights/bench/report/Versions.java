package flights.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of the large libraries the program runs with, by the class paths of its parts. */
final class Versions {

  private static final Map<String, String> LIBRARIES =
      Map.of(
          "spark-core_2.13", "Spark",
          "kafka_2.13", "Kafka",
          "mongodb-driver-sync", "MongoDB driver",
          "mongo-java-server-core", "mongo-java-server",
          "javalin", "Javalin",
          "jetty-server", "Jetty");

  private static final Pattern JAR =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_.]*(?:-[a-z][a-z0-9_.]*)*)-(\\d[^/:]*)\\.jar(?=:|\\s|$)");

  private Versions() {}

  /** Empty where the program does not lie as it was built. */
  static Map<String, String> of(Path root) {
    Map<String, String> versions = new TreeMap<>();
    for (String module : new String[] {"standalone", "predictor", "web"}) {
      Matcher jar = JAR.matcher(classPath(root.resolve(module)));
      while (jar.find()) {
        String library = LIBRARIES.get(jar.group(1));
        if (library != null) {
          versions.put(library, jar.group(2));
        }
      }
    }
    return versions;
  }

  private static String classPath(Path module) {
    try {
      return Files.readString(module.resolve("target").resolve("classpath"));
    } catch (IOException e) {
      return "";
    }
  }
}
