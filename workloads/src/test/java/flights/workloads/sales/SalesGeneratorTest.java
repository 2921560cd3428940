package flights.workloads.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SalesGeneratorTest {

  private static final Shop SHOP = Shop.read(Path.of("../resources/pipelines/sales"));

  @Test
  void theSameSeedMakesTheSameFile() throws IOException {
    String first = file(20_000, 1);
    assertThat(file(20_000, 1)).isEqualTo(first);
    assertThat(file(20_000, 2)).isNotEqualTo(first);
    assertThat(first.lines()).hasSize(20_001);
  }

  private static String file(long rows, long seed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SalesGenerator(SHOP).write(rows, seed, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
