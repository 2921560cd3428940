package flights.sql.source;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Makes messages of rows; columns are fields of the same names, and a null is left out. */
final class ProtobufMessages implements Serializable {

  private final byte[] descriptors;
  private final String message;
  private transient Descriptor type;

  ProtobufMessages(byte[] descriptors, String message) {
    this.descriptors = descriptors;
    this.message = message;
  }

  /** Why a message of the type cannot hold these columns as they are; null when it can. */
  static String fault(Descriptor type, StructType columns) {
    for (StructField column : columns.fields()) {
      String fault = ProtobufValue.fault(type, column);
      if (fault == null && !takes(type.findFieldByName(column.name()), column.dataType())) {
        fault = "%s cannot be written as %s".formatted(column.name(), column.dataType().sql());
      }
      if (fault != null) {
        return fault;
      }
    }
    List<String> names = List.of(columns.fieldNames());
    return type.getFields().stream()
        .filter(field -> field.isRequired() && !names.contains(field.getName()))
        .map(field -> "%s needs %s".formatted(type.getFullName(), field.getName()))
        .findFirst()
        .orElse(null);
  }

  /** Of what can be read: what is wider, or has a sign, may not fit when it is written. */
  private static boolean takes(FieldDescriptor field, DataType type) {
    DataType single = type instanceof ArrayType array ? array.elementType() : type;
    if (type instanceof MapType map) {
      return Stream.of(map.keyType(), map.valueType())
          .noneMatch(it -> it instanceof StructType || it.equals(DataTypes.DoubleType));
    }
    if (single instanceof StructType struct) {
      return fault(field.getMessageType(), struct) == null;
    }
    return switch (field.getJavaType()) {
      case INT ->
          single.equals(
              ProtobufValue.isUnsigned(field) ? DataTypes.LongType : DataTypes.IntegerType);
      case FLOAT -> single.equals(DataTypes.FloatType);
      default -> true;
    };
  }

  byte[] bytes(Row row) {
    if (type == null) {
      type = ProtobufFormat.type(descriptors, message);
    }
    return row == null ? null : of(type, row).toByteArray();
  }

  private static Message of(Descriptor type, Row row) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    String[] names = row.schema().fieldNames();
    for (int i = 0; i < names.length; i++) {
      if (!row.isNullAt(i)) {
        set(builder, type.findFieldByName(names[i]), row, i);
      }
    }
    return builder.build();
  }

  private static void set(DynamicMessage.Builder to, FieldDescriptor field, Row row, int at) {
    if (field.isMapField()) {
      row.getJavaMap(at)
          .forEach((key, value) -> to.addRepeatedField(field, entry(field, key, value)));
    } else if (field.isRepeated()) {
      row.getList(at).forEach(value -> to.addRepeatedField(field, single(field, value)));
    } else {
      to.setField(field, single(field, row.get(at)));
    }
  }

  private static Message entry(FieldDescriptor field, Object key, Object value) {
    Descriptor entry = field.getMessageType();
    DynamicMessage.Builder pair = DynamicMessage.newBuilder(entry);
    Map.of(1, key, 2, value)
        .forEach(
            (number, part) -> {
              FieldDescriptor of = entry.findFieldByNumber(number);
              pair.setField(of, single(of, part));
            });
    return pair.build();
  }

  private static Object single(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case INT -> ProtobufValue.isUnsigned(field) ? unsigned((Number) value) : value;
      case FLOAT, DOUBLE ->
          field.getJavaType() == FieldDescriptor.JavaType.FLOAT
              ? (Object) ((Number) value).floatValue()
              : ((Number) value).doubleValue();
      case ENUM -> named(field, (String) value);
      case BYTE_STRING -> ByteString.copyFrom((byte[]) value);
      case MESSAGE ->
          value instanceof Row row ? of(field.getMessageType(), row) : timestamp(field, value);
      case LONG, BOOLEAN, STRING -> value;
    };
  }

  private static int unsigned(Number value) {
    if (value.longValue() < 0 || value.longValue() > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException(value + " is no number of 32 bits without a sign");
    }
    return (int) value.longValue();
  }

  private static EnumValueDescriptor named(FieldDescriptor field, String name) {
    EnumValueDescriptor found = field.getEnumType().findValueByName(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "%s is no value of %s".formatted(name, field.getEnumType().getFullName()));
    }
    return found;
  }

  private static Message timestamp(FieldDescriptor field, Object value) {
    Instant at = value instanceof Timestamp old ? old.toInstant() : (Instant) value;
    Descriptor type = field.getMessageType();
    return DynamicMessage.newBuilder(type)
        .setField(type.findFieldByNumber(1), at.getEpochSecond())
        .setField(type.findFieldByNumber(2), at.getNano())
        .build();
  }
}
