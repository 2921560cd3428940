package flights.web.pages;

import io.javalin.config.RoutesConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Where the scripts, styles and shapes are served. The address changes when one of them does, so
 * that browsers may keep them for ever.
 */
public final class Assets {

  /** The header of what never changes at its address. */
  public static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String OWN = "/public";
  private static final String D3_VERSION =
      version("/META-INF/maven/org.webjars.npm/d3/pom.properties");
  private static final String PATH = "/assets/" + fingerprint();

  private Assets() {}

  /** For example /assets/3f2a9c01. */
  public static String path() {
    return PATH;
  }

  /** The folder of our own files on the class path. */
  public static String own() {
    return OWN;
  }

  /** Serves d3, whose jar has no folders that a file server could list. */
  public static void routes(RoutesConfig routes) {
    byte[] d3 = read("/META-INF/resources/webjars/d3/" + D3_VERSION + "/dist/d3.min.js");
    routes.get(
        PATH + "/d3/d3.min.js",
        ctx -> ctx.contentType("text/javascript").header("Cache-Control", FOR_EVER).result(d3));
  }

  private static String version(String file) {
    try {
      Properties properties = new Properties();
      properties.load(new ByteArrayInputStream(read(file)));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint() {
    CRC32 sum = new CRC32();
    sum.update(D3_VERSION.getBytes(StandardCharsets.UTF_8));
    for (byte[] file : contents()) {
      sum.update(file);
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  private static List<byte[]> contents() {
    URL folder = Objects.requireNonNull(Assets.class.getResource(OWN), OWN);
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return contents(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return contents(jar.getPath(OWN));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().map(Assets::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
