package flights.sql.source;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Makes rows of messages; columns are fields of the same names. */
final class ProtobufRows implements Serializable {

  private final byte[] descriptors;
  private final String message;
  private final StructType columns;
  private transient Descriptor type;

  ProtobufRows(byte[] descriptors, String message, StructType columns) {
    this.descriptors = descriptors;
    this.message = message;
    this.columns = columns;
  }

  /** Why messages of the type do not have these columns; null when they do. */
  static String fault(Descriptor type, StructType columns) {
    for (StructField column : columns.fields()) {
      String fault = ProtobufValue.fault(type, column);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** Null when it is no such message. */
  Row read(byte[] bytes) {
    try {
      return bytes == null ? null : row(DynamicMessage.parseFrom(type(), bytes), columns);
    } catch (InvalidProtocolBufferException e) {
      return null;
    }
  }

  static Row row(com.google.protobuf.Message message, StructType columns) {
    Object[] values = new Object[columns.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ProtobufValue.of(message, columns.fields()[i]);
    }
    return RowFactory.create(values);
  }

  private Descriptor type() {
    if (type == null) {
      type = ProtobufFormat.type(descriptors, message);
    }
    return type;
  }
}
