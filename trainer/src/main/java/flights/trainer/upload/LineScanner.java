package flights.trainer.upload;

import java.util.OptionalLong;

/** Counts the lines of a text that are not blank; each is a row. */
class LineScanner {

  /** In bytes: a line is held in memory as a whole when it is read, many of them at once. */
  static final int LONGEST = 1024 * 1024;

  protected static final byte LF = '\n';
  protected static final byte CR = '\r';

  private long line = 1;
  private int lineLength;
  private boolean afterCr;
  private boolean blank = true;
  private long rows;

  /** Of the present line, from 1. */
  final long line() {
    return line;
  }

  /** Throws {@link BadUploadException}. */
  void read(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      byte one = bytes[i];
      if (one > ' ' || one < 0) {
        blank = false;
      } else if (one == LF || one == CR) {
        lineLength += i - from;
        from = i + 1;
        if (endLine(one)) {
          countRow();
        }
      }
    }
    longer(length - from);
  }

  /** Returns the rows; throws {@link BadUploadException} when there are none. */
  OptionalLong end() {
    countRow();
    if (rows == 0) {
      throw new BadUploadException("it has no row");
    }
    return OptionalLong.of(rows);
  }

  protected final void longer(int bytes) {
    lineLength += bytes;
    if (lineLength > LONGEST) {
      throw new BadUploadException("line " + line + " is longer than 1 MB");
    }
  }

  /** Returns whether a line has ended: the second of two signs ends none. */
  protected final boolean endLine(byte sign) {
    longer(0);
    boolean second = sign == LF && afterCr && lineLength == 0;
    afterCr = sign == CR;
    lineLength = 0;
    line += second ? 0 : 1;
    return !second;
  }

  /** Within what is one row all the same, whose length is that of its lines together. */
  protected final void nextLine() {
    line++;
  }

  private void countRow() {
    rows += blank ? 0 : 1;
    blank = true;
  }
}
