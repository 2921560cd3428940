package flights.trainer.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Inputs that are kept because they are nasty, and then others that come of them by damage; the
 * same ones for the same seed. More on demand: {@code -Dflights.test.random=100000}.
 */
final class Mutants implements Iterable<byte[]> {

  private static final int RANDOM = Integer.getInteger("flights.test.random", 1_000);
  private static final List<String> PIECES =
      List.of(
          "\u0000",
          "\ufeff",
          "\n",
          "\r",
          "\t",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "#",
          "&a ",
          "*a",
          "!!java.net.URL ",
          "<<: ",
          "---\n",
          "|",
          ">",
          "null",
          "true",
          "NaN",
          "-0",
          "1e999",
          "9".repeat(400),
          "\\ud800",
          "+999999999-12-31",
          "=",
          "$",
          "%",
          "[".repeat(2_000),
          "{\"a\":".repeat(600),
          "é",
          "✈",
          "x".repeat(11_000));

  private final List<byte[]> corpus = new ArrayList<>();
  private final Random random = new Random(11);

  /**
   * Damages these.
   *
   * @param folder of the corpus
   * @param good inputs that are right
   */
  Mutants(String folder, String... good) {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "corpus", folder))) {
      for (Path file : files.sorted().toList()) {
        corpus.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String text : good) {
      corpus.add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public Iterator<byte[]> iterator() {
    return Stream.concat(corpus.stream(), Stream.generate(this::mutant).limit(RANDOM)).iterator();
  }

  private byte[] mutant() {
    byte[] bytes = any(corpus);
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(20));
    byte[] other = any(corpus);
    return switch (random.nextInt(6)) {
      case 0 ->
          joined(
              bytes, from, new byte[] {(byte) random.nextInt()}, Math.min(bytes.length, from + 1));
      case 1 -> joined(bytes, from, new byte[0], to);
      case 2 -> joined(bytes, from, java.util.Arrays.copyOfRange(bytes, from, to), from);
      case 3 ->
          joined(bytes, from, java.util.Arrays.copyOf(other, random.nextInt(other.length + 1)), to);
      case 4 -> joined(bytes, from, new byte[0], bytes.length);
      default -> joined(bytes, from, any(PIECES).getBytes(StandardCharsets.UTF_8), to);
    };
  }

  private static byte[] joined(byte[] bytes, int from, byte[] between, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(between);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
