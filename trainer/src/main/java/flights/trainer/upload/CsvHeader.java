package flights.trainer.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first row of a CSV, which names its columns; gathered as it comes. */
final class CsvHeader {

  private static final int MOST_TOLD = 300;

  private final CsvFormat format;
  private final List<String> needed;
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private final List<String> names = new ArrayList<>();
  private boolean open;
  private int from;

  CsvHeader(CsvFormat format, List<String> needed) {
    this.format = format;
    this.needed = needed;
    this.open = format.hasHeader();
  }

  void beginPiece(int index) {
    from = index;
  }

  void endPiece(byte[] bytes, int length) {
    if (open) {
      field.write(bytes, from, length - from);
    }
  }

  void endField(byte[] bytes, int index) {
    if (open) {
      field.write(bytes, from, index - from);
      names.add(text(field.toString(StandardCharsets.UTF_8)));
      field.reset();
      from = index + 1;
    }
  }

  /** What is there belongs to no field. */
  void skip(int index) {
    from = index + 1;
  }

  /** The row was blank. */
  void forget() {
    names.clear();
  }

  /** Throws {@link BadUploadException} when the columns are not those that are needed. */
  void end() {
    if (!open) {
      return;
    }
    open = false;
    Set<String> seen = new HashSet<>();
    List<String> doubled =
        names.stream()
            .filter(name -> !name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT)))
            .distinct()
            .toList();
    if (!doubled.isEmpty()) {
      throw new BadUploadException("its header names more than once: " + told(doubled));
    }
    List<String> missing = needed.stream().filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new BadUploadException(
          "its header has no column " + told(missing) + "; it has " + told(names));
    }
  }

  private String text(String raw) {
    String quote = String.valueOf((char) format.quote());
    if (raw.length() < 2 || !raw.startsWith(quote) || !raw.endsWith(quote)) {
      return raw;
    }
    String escaped = (char) format.escape() + quote;
    return raw.substring(1, raw.length() - 1).replace(escaped, quote);
  }

  private static String told(List<String> names) {
    String all = String.join(", ", names).replaceAll("\\p{Cntrl}", " ");
    return all.length() > MOST_TOLD ? all.substring(0, MOST_TOLD) + "..." : all;
  }
}
