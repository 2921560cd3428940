package flights.trainer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lines of signs that mean something in CSV, at random: as many fields are counted as Spark's
 * reader makes of them. More on demand: {@code -Dflights.test.random=1000000}.
 */
class CsvFieldsTest {

  private static final int LINES = Integer.getInteger("flights.test.random", 20_000);
  private static final String SIGNS = ",,,\"\"\"\\\\ \tab;é";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "header=true",
        "header=true escape=\"",
        "header=true sep=;",
        "header=true ignoreLeadingWhiteSpace=true",
        "header=true quote='"
      })
  void asManyFieldsAreCountedAsSparkReads(String options) {
    Map<String, String> map = new java.util.TreeMap<>();
    for (String option : options.split(" ")) {
      map.put(option.split("=")[0], option.split("=")[1]);
    }
    CsvFormat format = CsvFormat.of(map).orElseThrow();
    CsvParser spark = spark(map);
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < LINES; i++) {
      String line = line(random);
      int fields = line.isBlank() ? 0 : counted(format, line);
      if (fields > 0) {
        compared++;
        assertThat(fields).as("fields of %s", line).isEqualTo(spark.parseLine(line).length);
      }
    }
    assertThat(compared).isGreaterThan(LINES / 4);
  }

  /** 0 for a line that is refused whatever the header is. */
  private static int counted(CsvFormat format, String line) {
    for (int fields = 1; fields <= line.length() + 1; fields++) {
      String header = header(fields, (char) format.separator());
      byte[] file = (header + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
      CsvScanner scanner = new CsvScanner(format, List.of());
      try {
        scanner.read(file, file.length);
        scanner.end();
        return fields;
      } catch (BadUploadException e) {
        if (e.getMessage().matches(".* that is not (closed|written) .*")) {
          return 0;
        }
      }
    }
    throw new AssertionError(line);
  }

  private static String header(int fields, char separator) {
    StringBuilder header = new StringBuilder("c0");
    for (int i = 1; i < fields; i++) {
      header.append(separator).append('c').append(i);
    }
    return header.toString();
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      line.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return line.toString();
  }

  private static CsvParser spark(Map<String, String> options) {
    CSVOptions csv =
        new CSVOptions(
            scala.collection.immutable.Map.from(CollectionConverters.asScala(options)),
            true,
            "UTC");
    return new CsvParser(csv.asParserSettings());
  }
}
