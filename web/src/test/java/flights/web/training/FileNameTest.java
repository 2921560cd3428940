package flights.web.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

  @Test
  void onlyTheNameIsLeft() {
    assertThat(FileName.cleaned("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileName.cleaned("C:\\sales\\march 2024.csv")).isEqualTo("march 2024.csv");
    assertThat(FileName.cleaned("a\u0000b\r\n\u202ecsv.exe")).isEqualTo("abcsv.exe");
    assertThat(FileName.cleaned("Verkäufe 売上 😀.csv")).isEqualTo("Verkäufe 売上 😀.csv");
    assertThat(FileName.cleaned("😀".repeat(300))).isEqualTo("😀".repeat(100) + "…");
    assertThat(FileName.cleaned("folder/")).isNull();
    assertThat(FileName.cleaned(" \t")).isNull();
    assertThat(FileName.cleaned(null)).isNull();
  }
}
