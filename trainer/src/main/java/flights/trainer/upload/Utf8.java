package flights.trainer.upload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes that come in pieces are UTF-8, without zero bytes; quick where they are ASCII. */
final class Utf8 {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  /** Bytes that the present sign still needs, and the range of the next of them. */
  private int needed;

  private int least;
  private int most;

  /** The index of the first byte that does not belong there; -1 when there is none. */
  int firstBad(byte[] bytes, int length) {
    int i = 0;
    while (i < length) {
      if (needed == 0) {
        i = afterAscii(bytes, i, length);
        if (i == length) {
          return -1;
        }
      }
      if (!takes(bytes[i] & 0xff)) {
        return i;
      }
      i++;
    }
    return -1;
  }

  /** Whether the end would be in the middle of a sign. */
  boolean isWithin() {
    return needed > 0;
  }

  /** The index of the next byte that is not from 1 to 127. */
  private static int afterAscii(byte[] bytes, int from, int length) {
    int i = from;
    while (i + Long.BYTES <= length) {
      long eight = (long) EIGHT.get(bytes, i);
      // Neither a high bit, nor a borrow from a byte that is zero.
      if (((eight | (eight - ONES)) & HIGH) != 0) {
        break;
      }
      i += Long.BYTES;
    }
    while (i < length && bytes[i] > 0) {
      i++;
    }
    return i;
  }

  private boolean takes(int value) {
    if (needed > 0) {
      boolean fits = value >= least && value <= most;
      needed--;
      least = 0x80;
      most = 0xbf;
      return fits;
    }
    needed = value >= 0xc2 && value <= 0xdf ? 1 : (value & 0xf0) == 0xe0 ? 2 : 3;
    // Neither longer than it has to be, nor half a pair, nor beyond the last sign.
    least = value == 0xe0 ? 0xa0 : value == 0xf0 ? 0x90 : 0x80;
    most = value == 0xed ? 0x9f : value == 0xf4 ? 0x8f : 0xbf;
    return value >= 0xc2 && value <= 0xf4;
  }
}
