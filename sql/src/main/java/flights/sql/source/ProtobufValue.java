package flights.sql.source;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import flights.core.text.ClosestName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The value of a column in a message: null for a field that is not there and whose kind tells so
 * ({@code optional}, {@code oneof}, messages), else what proto3 has for it, such as 0.
 */
final class ProtobufValue {

  private static final String TIMESTAMP = "google.protobuf.Timestamp";

  private ProtobufValue() {}

  static Object of(Message message, StructField column) {
    FieldDescriptor field = message.getDescriptorForType().findFieldByName(column.name());
    if (field.hasPresence() && !message.hasField(field)) {
      return null;
    }
    Object value = message.getField(field);
    if (field.isMapField()) {
      return map((List<?>) value, field.getMessageType(), (MapType) column.dataType());
    }
    if (!field.isRepeated()) {
      return single(field, value, column.dataType());
    }
    DataType element = ((ArrayType) column.dataType()).elementType();
    List<Object> elements = new ArrayList<>();
    ((List<?>) value).forEach(it -> elements.add(single(field, it, element)));
    return elements;
  }

  private static Map<Object, Object> map(List<?> entries, Descriptor entry, MapType type) {
    Map<Object, Object> map = new HashMap<>();
    FieldDescriptor key = entry.findFieldByNumber(1);
    FieldDescriptor value = entry.findFieldByNumber(2);
    for (Object it : entries) {
      Message pair = (Message) it;
      map.put(
          single(key, pair.getField(key), type.keyType()),
          single(value, pair.getField(value), type.valueType()));
    }
    return map;
  }

  private static Object single(FieldDescriptor field, Object value, DataType type) {
    return switch (field.getJavaType()) {
      case INT ->
          number(isUnsigned(field) ? Integer.toUnsignedLong((int) value) : (int) value, type);
      case LONG, FLOAT, DOUBLE -> number((Number) value, type);
      case ENUM -> ((EnumValueDescriptor) value).getName();
      case BYTE_STRING -> ((ByteString) value).toByteArray();
      case MESSAGE ->
          type instanceof StructType struct
              ? ProtobufRows.row((Message) value, struct)
              : instant((Message) value);
      case BOOLEAN, STRING -> value;
    };
  }

  private static Object number(Number value, DataType type) {
    if (type.equals(DataTypes.IntegerType)) {
      return value.intValue();
    }
    if (type.equals(DataTypes.LongType)) {
      return value.longValue();
    }
    return type.equals(DataTypes.FloatType) ? (Object) value.floatValue() : value.doubleValue();
  }

  /** Null for a time that Spark does not have. */
  private static Instant instant(Message timestamp) {
    Descriptor type = timestamp.getDescriptorForType();
    long seconds = (long) timestamp.getField(type.findFieldByNumber(1));
    int nanos = (int) timestamp.getField(type.findFieldByNumber(2));
    boolean known = Math.abs(seconds) < 200_000_000_000L && nanos >= 0 && nanos < 1_000_000_000;
    return known ? Instant.ofEpochSecond(seconds, nanos) : null;
  }

  /** Why messages of the type do not have the column; null when they do. */
  static String fault(Descriptor type, StructField column) {
    FieldDescriptor field = type.findFieldByName(column.name());
    if (field == null) {
      List<String> names = type.getFields().stream().map(FieldDescriptor::getName).toList();
      return "%s has no field %s%s"
          .formatted(type.getFullName(), column.name(), ClosestName.hint(column.name(), names));
    }
    return fits(field, column.dataType())
        ? null
        : "%s is %s in %s, and cannot be %s"
            .formatted(
                column.name(),
                (field.isRepeated() ? "repeated " : "")
                    + field.getType().name().toLowerCase(java.util.Locale.ROOT),
                type.getFullName(),
                column.dataType().sql());
  }

  private static boolean fits(FieldDescriptor field, DataType type) {
    if (field.isMapField()) {
      return type instanceof MapType map
          && fitsSingle(field.getMessageType().findFieldByNumber(1), map.keyType())
          && fitsSingle(field.getMessageType().findFieldByNumber(2), map.valueType());
    }
    return field.isRepeated()
        ? type instanceof ArrayType array && fitsSingle(field, array.elementType())
        : fitsSingle(field, type);
  }

  private static boolean fitsSingle(FieldDescriptor field, DataType type) {
    return switch (field.getJavaType()) {
      case INT ->
          type.equals(DataTypes.LongType)
              || type.equals(DataTypes.DoubleType)
              || (type.equals(DataTypes.IntegerType) && !isUnsigned(field));
      case LONG -> type.equals(DataTypes.LongType);
      case FLOAT -> type.equals(DataTypes.FloatType) || type.equals(DataTypes.DoubleType);
      case DOUBLE -> type.equals(DataTypes.DoubleType);
      case BOOLEAN -> type.equals(DataTypes.BooleanType);
      case STRING, ENUM -> type.equals(DataTypes.StringType);
      case BYTE_STRING -> type.equals(DataTypes.BinaryType);
      case MESSAGE ->
          type instanceof StructType struct
              ? ProtobufRows.fault(field.getMessageType(), struct) == null
              : type.equals(DataTypes.TimestampType)
                  && field.getMessageType().getFullName().equals(TIMESTAMP);
    };
  }

  static boolean isUnsigned(FieldDescriptor field) {
    return field.getType() == FieldDescriptor.Type.UINT32
        || field.getType() == FieldDescriptor.Type.FIXED32;
  }
}
