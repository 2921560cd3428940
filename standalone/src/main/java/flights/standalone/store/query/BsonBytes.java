package flights.standalone.store.query;

import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Finds and decodes single values in the bytes of a BSON document. */
final class BsonBytes {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
      default ->
          BsonDecoder.decodeValue(
              bson[type], Unpooled.wrappedBuffer(bson, value, bson.length - value));
    };
  }

  private static int int32(byte[] bson, int at) {
    return (int) INT.get(bson, at);
  }

  private static long int64(byte[] bson, int at) {
    return (long) LONG.get(bson, at);
  }
}
