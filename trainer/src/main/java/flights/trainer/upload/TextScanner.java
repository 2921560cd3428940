package flights.trainer.upload;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Text in UTF-8: tells what is none, and has its lines looked at. */
final class TextScanner implements RowScanner {

  private static final String AS_CSV = "; save it as CSV in UTF-8";

  /** How files begin that are often taken for text. */
  private static final Map<byte[], String> BEGINNINGS = new LinkedHashMap<>();

  static {
    begins("PK\u0003\u0004", "it is a zip archive (or a spreadsheet's own file), and no text");
    begins("\u001f\u008b", "it is packed with gzip, and no text");
    begins("BZh", "it is packed with bzip2, and no text");
    begins("\u00fd7zXZ", "it is packed with xz, and no text");
    begins("\u0028\u00b5\u002f\u00fd", "it is packed with zstd, and no text");
    begins("PAR1", "it is a Parquet file, and no text");
    begins("%PDF", "it is a PDF, and no text");
    begins("\u00ff\u00fe", "it is text in UTF-16");
    begins("\u00fe\u00ff", "it is text in UTF-16");
  }

  private final Utf8 utf8 = new Utf8();
  private final LineScanner lines;
  private boolean begun;

  TextScanner(LineScanner lines) {
    this.lines = lines;
  }

  @Override
  public void read(byte[] bytes, int length) {
    if (!begun) {
      begun = true;
      BEGINNINGS.forEach((beginning, what) -> refuse(bytes, length, beginning, what));
    }
    int bad = utf8.firstBad(bytes, length);
    // What is before is looked at first, for the number of the line.
    lines.read(bytes, bad < 0 ? length : bad);
    if (bad >= 0 && bytes[bad] == 0) {
      throw new BadUploadException(
          "line " + lines.line() + " has a zero byte: this is no text, or none in UTF-8" + AS_CSV);
    }
    if (bad >= 0) {
      throw notUtf8();
    }
  }

  @Override
  public OptionalLong end() {
    if (utf8.isWithin()) {
      throw notUtf8();
    }
    return lines.end();
  }

  private BadUploadException notUtf8() {
    return new BadUploadException("line " + lines.line() + " is not in UTF-8" + AS_CSV);
  }

  private static void begins(String beginning, String what) {
    BEGINNINGS.put(beginning.getBytes(StandardCharsets.ISO_8859_1), what + AS_CSV);
  }

  private static void refuse(byte[] bytes, int length, byte[] beginning, String what) {
    if (length >= beginning.length
        && java.util.Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length)) {
      throw new BadUploadException(what);
    }
  }
}
