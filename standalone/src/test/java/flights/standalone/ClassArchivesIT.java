package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of a real process, and another process that starts by it. */
class ClassArchivesIT {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder;

  /** Says that it runs, and waits to be ended. */
  static final class Waiting {

    public static void main(String[] args) throws InterruptedException {
      System.out.println("running");
      Thread.sleep(TimeUnit.MINUTES.toMillis(args.length > 0 ? 0 : 5));
    }
  }

  @Test
  void whatAProcessHasLoadedIsThereForTheNext() throws Exception {
    String jar = jar().toString();
    Process process = start("-XX:+RecordDynamicDumpInfo", "-cp", jar, Waiting.class.getName());
    try {
      assertThat((char) process.getInputStream().read()).isEqualTo('r');
      new ClassArchives(folder).write("waiting", process.pid());
    } finally {
      process.destroy();
    }

    Path archive = folder.resolve("waiting.jsa");
    assertThat(archive).exists();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no part is left").hasSize(2);
    }
    Process next =
        start(
            "-Xshare:on",
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:class+load",
            "-cp",
            jar,
            Waiting.class.getName(),
            "end");
    assertThat(new String(next.getInputStream().readAllBytes()))
        .contains(Waiting.class.getName() + " source: shared objects file (top)", "running");
    assertThat(next.waitFor()).isZero();
  }

  @Test
  void aProcessThatKeepsNoRecordGoesOn() throws Exception {
    Process process = start("-cp", jar().toString(), Waiting.class.getName());
    try {
      assertThat((char) process.getInputStream().read()).isEqualTo('r');
      new ClassArchives(folder).write("waiting", process.pid());

      assertThat(folder.resolve("waiting.jsa")).doesNotExist();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroy();
    }
  }

  private static Process start(String... words) throws IOException {
    return new ProcessBuilder(Stream.concat(Stream.of(JAVA), Stream.of(words)).toList())
        .redirectErrorStream(true)
        .start();
  }

  /** The JVM archives classes of jars alone. */
  private Path jar() throws IOException {
    Path jar = folder.resolve("waiting.jar");
    String name = Waiting.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        InputStream in = Waiting.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    return jar;
  }
}
