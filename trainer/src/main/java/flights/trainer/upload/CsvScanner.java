package flights.trainer.upload;

import flights.core.text.Count;
import java.util.List;
import java.util.OptionalLong;

/**
 * Counts the rows of a CSV, each of which has to have as many fields as the header. Fields are told
 * apart as Spark's reader does it.
 */
final class CsvScanner extends LineScanner {

  private enum At {
    BEGIN,
    PLAIN,
    QUOTED,
    ESCAPED,
    /** After what may be the end of a quoted text. */
    CLOSED
  }

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final CsvFormat format;
  private final boolean[] endsPlain = new boolean[256];
  private final boolean[] endsQuoted = new boolean[256];
  private final CsvHeader header;
  private At at = At.BEGIN;
  private boolean begun;
  private boolean blank = true;
  private int fields;
  private int width;
  private long rowLine = 1;
  private long rows;

  /**
   * @param needed columns; of a file without a header they are not looked for
   */
  CsvScanner(CsvFormat format, List<String> needed) {
    this.format = format;
    this.header = new CsvHeader(format, needed);
    for (byte sign : new byte[] {format.separator(), LF, CR}) {
      endsPlain[sign] = true;
    }
    for (byte sign : new byte[] {format.quote(), format.escape(), LF, CR}) {
      endsQuoted[sign] = true;
    }
  }

  @Override
  void read(byte[] bytes, int length) {
    int i = begun ? 0 : afterMark(bytes, length);
    begun = true;
    int lineFrom = i;
    header.beginPiece(i);
    while (i < length) {
      if (at == At.PLAIN) {
        i = skip(endsPlain, bytes, i, length);
      } else if (at == At.QUOTED) {
        i = skip(endsQuoted, bytes, i, length);
      }
      if (i == length) {
        break;
      }
      byte one = bytes[i];
      boolean within = at == At.QUOTED || at == At.ESCAPED;
      boolean endsRow = !within || !format.spansLines() && !format.isStrict();
      if ((one == LF || one == CR) && endsRow) {
        longer(i - lineFrom);
        endRow(bytes, i, one);
        lineFrom = i + 1;
      } else if (one == LF || one == CR) {
        breakWithin(one);
      } else if (one == format.separator() && !within) {
        endField(bytes, i);
      } else {
        at = next(one);
      }
      i++;
    }
    header.endPiece(bytes, length);
    longer(length - lineFrom);
  }

  /** Where the next sign stands that means something; what is before is text. */
  private int skip(boolean[] ends, byte[] bytes, int from, int length) {
    int i = from;
    while (blank && i < length && !ends[bytes[i] & 0xff]) {
      blank = isBlank(bytes[i]);
      i++;
    }
    while (i < length && !ends[bytes[i] & 0xff]) {
      i++;
    }
    return i;
  }

  private At next(byte one) {
    blank &= isBlank(one);
    return switch (at) {
      case BEGIN ->
          one == format.quote()
              ? At.QUOTED
              : format.skipsBlanks() && isBlank(one) ? At.BEGIN : At.PLAIN;
      // Where quote and escape are the same, the second of two goes on with the text.
      case QUOTED -> one == format.quote() ? At.CLOSED : At.ESCAPED;
      case ESCAPED -> At.QUOTED;
      case CLOSED -> afterQuote(one);
      case PLAIN -> At.PLAIN;
    };
  }

  private At afterQuote(byte one) {
    if (one == format.quote()) {
      return one == format.escape() ? At.QUOTED : At.CLOSED;
    }
    if (one == format.escape() && format.isStrict()) {
      // Spark's reader would lose the separator that comes next.
      String quote = String.valueOf((char) format.quote());
      throw new BadUploadException(
          "line %d has a quote in a quoted text that is not written %s"
              .formatted(line(), (char) format.escape() + quote));
    }
    return At.PLAIN;
  }

  private static boolean isBlank(byte one) {
    return one >= 0 && one <= ' ';
  }

  private void endField(byte[] bytes, int i) {
    blank &= isBlank(format.separator());
    fields++;
    header.endField(bytes, i);
    at = At.BEGIN;
  }

  private void breakWithin(byte sign) {
    if (!format.spansLines()) {
      throw new BadUploadException("line " + line() + " has a quote that is not closed in it");
    }
    at = At.QUOTED;
    if (sign == LF) {
      nextLine();
    }
  }

  private void endRow(byte[] bytes, int i, byte sign) {
    if (endLine(sign)) {
      header.endField(bytes, i);
      countRow("");
    } else {
      header.skip(i);
    }
    at = At.BEGIN;
    rowLine = line();
  }

  private void countRow(String whyShort) {
    int found = fields + 1;
    fields = 0;
    if (blank) {
      header.forget();
      return;
    }
    blank = true;
    if (width == 0) {
      width = found;
      header.end();
      rows += format.hasHeader() ? 0 : 1;
    } else if (found != width && format.isStrict() || found < width && !whyShort.isEmpty()) {
      throw new BadUploadException(
          "line %d has %s, and the %s has %d%s"
              .formatted(
                  rowLine,
                  Count.of(found, "field"),
                  format.hasHeader() ? "header" : "first row",
                  width,
                  found < width ? whyShort : ""));
    } else {
      rows++;
    }
  }

  @Override
  OptionalLong end() {
    if (at == At.QUOTED || at == At.ESCAPED) {
      throw new BadUploadException(
          "line " + rowLine + " has a quote that is not closed: the file seems to be cut off");
    }
    if (!blank) {
      header.beginPiece(0);
      header.endField(new byte[0], 0);
      countRow(": the file seems to be cut off");
    }
    if (rows == 0) {
      throw new BadUploadException(width == 0 ? "it has no line" : "it has a header, and no row");
    }
    return OptionalLong.of(rows);
  }

  private static int afterMark(byte[] bytes, int length) {
    int mark = BYTE_ORDER_MARK.length;
    boolean there =
        length >= mark && java.util.Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return there ? mark : 0;
  }
}
