package flights.trainer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** At random, and in pieces: what Java's own decoder takes, and nothing else. */
class Utf8Test {

  private static final int TEXTS = Integer.getInteger("flights.test.random", 50_000);
  private static final int[] EDGES = {
    0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xa0, 0x9f, 0xed, 0xef, 0xf0, 0x90, 0x8f,
    0xf4, 0xf5, 0xff
  };

  @Test
  void whatIsNoUtf8IsFoundAndWhatIsUtf8IsTaken() {
    Random random = new Random(3);
    int good = 0;
    for (int i = 0; i < TEXTS; i++) {
      byte[] text = random.nextBoolean() ? edges(random) : signs(random);
      boolean expected = decodes(text);
      good += expected ? 1 : 0;
      assertThat(takes(text, random)).as("%s", (Object) text).isEqualTo(expected);
    }
    assertThat(good).isBetween(TEXTS / 4, TEXTS * 3 / 4);
  }

  @Test
  void aZeroByteIsFoundWhereverItStands() {
    for (int at = 0; at < 20; at++) {
      byte[] text = "x".repeat(20).getBytes(StandardCharsets.UTF_8);
      text[at] = 0;
      assertThat(new Utf8().firstBad(text, text.length)).isEqualTo(at);
    }
  }

  private static boolean takes(byte[] text, Random random) {
    Utf8 utf8 = new Utf8();
    int cut = random.nextInt(text.length + 1);
    byte[] rest = java.util.Arrays.copyOfRange(text, cut, text.length);
    return utf8.firstBad(text, cut) < 0 && utf8.firstBad(rest, rest.length) < 0 && !utf8.isWithin();
  }

  private static byte[] edges(Random random) {
    byte[] text = new byte[1 + random.nextInt(12)];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) EDGES[random.nextInt(EDGES.length)];
    }
    return text;
  }

  private static byte[] signs(Random random) {
    StringBuilder text = new StringBuilder("12345678");
    for (int i = 0; i < 4; i++) {
      int sign = 1 + random.nextInt(0x10ffff);
      text.appendCodePoint(Character.getType(sign) == Character.SURROGATE ? 'x' : sign);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean decodes(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
