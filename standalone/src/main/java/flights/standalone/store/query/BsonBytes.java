package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds and decodes single values in the bytes of a BSON document. */
final class BsonBytes {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Names that were read last; whoever comes second at a place only makes one more text. */
  private static final String[] NAMES = new String[1024];

  private BsonBytes() {}

  /** Where the zero byte is that ends a name. */
  static int endOfName(byte[] bson, int at) {
    int end = at;
    while (bson[end] != 0) {
      end++;
    }
    return end;
  }

  /**
   * Where the element ends whose type and value begin at these places.
   *
   * @param type the place of the type's byte
   */
  static int endOfValue(byte[] bson, int type, int value) {
    return switch (bson[type]) {
      case BsonConstants.TYPE_NULL,
          BsonConstants.TYPE_UNDEFINED,
          BsonConstants.TYPE_MIN_KEY,
          BsonConstants.TYPE_MAX_KEY ->
          value;
      case BsonConstants.TYPE_BOOLEAN -> value + 1;
      case BsonConstants.TYPE_INT32 -> value + Integer.BYTES;
      case BsonConstants.TYPE_DOUBLE,
          BsonConstants.TYPE_INT64,
          BsonConstants.TYPE_UTC_DATETIME,
          BsonConstants.TYPE_TIMESTAMP ->
          value + Long.BYTES;
      case BsonConstants.TYPE_OBJECT_ID -> value + BsonConstants.LENGTH_OBJECTID;
      case BsonConstants.TYPE_DECIMAL128 -> value + 2 * Long.BYTES;
      case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
          value + Integer.BYTES + int32(bson, value);
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT,
          BsonConstants.TYPE_ARRAY,
          BsonConstants.TYPE_JAVASCRIPT_CODE_WITH_SCOPE ->
          value + int32(bson, value);
      case BsonConstants.TYPE_DATA -> value + Integer.BYTES + 1 + int32(bson, value);
      case BsonConstants.TYPE_REGEX -> endOfName(bson, endOfName(bson, value) + 1) + 1;
      default ->
          throw new IllegalStateException("a stored document has a value of type " + bson[type]);
    };
  }

  static Object value(byte[] bson, int type, int value) {
    return switch (bson[type]) {
      case BsonConstants.TYPE_INT32 -> int32(bson, value);
      case BsonConstants.TYPE_INT64 -> int64(bson, value);
      case BsonConstants.TYPE_DOUBLE -> Double.longBitsToDouble(int64(bson, value));
      case BsonConstants.TYPE_UTC_DATETIME -> Instant.ofEpochMilli(int64(bson, value));
      case BsonConstants.TYPE_UTF8_STRING ->
          new String(bson, value + Integer.BYTES, int32(bson, value) - 1, StandardCharsets.UTF_8);
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> document(bson, value);
      case BsonConstants.TYPE_ARRAY -> array(bson, value);
      case BsonConstants.TYPE_BOOLEAN -> bson[value] != 0;
      case BsonConstants.TYPE_NULL, BsonConstants.TYPE_UNDEFINED -> null;
      default ->
          BsonDecoder.decodeValue(
              bson[type], Unpooled.wrappedBuffer(bson, value, bson.length - value));
    };
  }

  /** The document that begins at a place with its length. */
  static Document document(byte[] bson, int from) {
    Document document = new Document();
    for (int at = from + Integer.BYTES; bson[at] != 0; ) {
      int end = endOfName(bson, at + 1);
      document.put(name(bson, at + 1, end), value(bson, at, end + 1));
      at = endOfValue(bson, at, end + 1);
    }
    return document;
  }

  private static List<Object> array(byte[] bson, int from) {
    List<Object> array = new ArrayList<>();
    for (int at = from + Integer.BYTES; bson[at] != 0; ) {
      int value = endOfName(bson, at + 1) + 1;
      array.add(value(bson, at, value));
      at = endOfValue(bson, at, value);
    }
    return array;
  }

  /** Documents of a collection have the same names: most are there already, with their hash. */
  private static String name(byte[] bson, int from, int end) {
    int hash = 0;
    for (int i = from; i < end; i++) {
      hash = 31 * hash + bson[i];
    }
    int place = (hash ^ hash >>> 16) & NAMES.length - 1;
    String known = NAMES[place];
    if (known != null && known.hashCode() == hash && isAscii(known, bson, from, end)) {
      return known;
    }
    String name = new String(bson, from, end - from, StandardCharsets.UTF_8);
    NAMES[place] = name;
    return name;
  }

  private static boolean isAscii(String known, byte[] bson, int from, int end) {
    if (known.length() != end - from) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (known.charAt(i - from) != bson[i]) {
        return false;
      }
    }
    return true;
  }

  private static int int32(byte[] bson, int at) {
    return (int) INT.get(bson, at);
  }

  private static long int64(byte[] bson, int at) {
    return (long) LONG.get(bson, at);
  }
}
