package flights.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 kB",
    "4608, 4.5 kB",
    "10188, 9.9 kB",
    "10240, 10 kB",
    "80740352, 77 MB",
    "1288490189, 1.2 GB",
    "1048575, 1.0 MB",
    "2199023255552, 2.0 TB"
  })
  void threeDigitsAreEnough(long bytes, String words) {
    assertThat(Bytes.of(bytes)).isEqualTo(words);
  }
}
