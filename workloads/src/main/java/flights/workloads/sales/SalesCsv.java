package flights.workloads.sales;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows as CSV. What many rows share is encoded once: there are millions of them. */
final class SalesCsv {

  static final String HEADER =
      "product_id,product_name,product_price,store_id,store_name,quantity,date";

  private static final int BUFFER = 1 << 16;
  private static final int MOST_DIGITS = 20;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;
  private long flushed;

  SalesCsv(OutputStream out) {
    this.out = out;
  }

  /** A field as it stands in a row: in quotes where it must be. */
  static String field(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void write(byte[] bytes) throws IOException {
    if (bytes.length > BUFFER - used) {
      flush();
    }
    if (bytes.length > BUFFER) {
      out.write(bytes);
      flushed += bytes.length;
      return;
    }
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  void write(char sign) throws IOException {
    if (used == BUFFER) {
      flush();
    }
    buffer[used++] = (byte) sign;
  }

  /** A number that is not negative. */
  void write(int number) throws IOException {
    if (MOST_DIGITS > BUFFER - used) {
      flush();
    }
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    int rest = number;
    for (int i = used + digits - 1; i >= used; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += digits;
  }

  /** All that has been written. */
  long size() {
    return flushed + used;
  }

  void flush() throws IOException {
    out.write(buffer, 0, used);
    flushed += used;
    used = 0;
  }
}
