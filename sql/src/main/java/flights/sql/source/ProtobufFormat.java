package flights.sql.source;

import static org.apache.spark.sql.functions.udf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import flights.core.text.ClosestName;
import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Messages of Protocol Buffers, each by itself, as a descriptor file tells them. */
final class ProtobufFormat implements MessageFormat {

  private final byte[] descriptors;
  private final String message;

  private ProtobufFormat(byte[] descriptors, String message) {
    this.descriptors = descriptors;
    this.message = message;
  }

  static ProtobufFormat of(Options options, StructType columns) {
    for (String needed : new String[] {"descriptor", "message"}) {
      if (options.text(needed).isEmpty()) {
        throw new SqlFault(
            options.place("format"),
            "format = 'protobuf' needs descriptor = 'FILE' (protoc --include_imports"
                + " --descriptor_set_out=FILE) and message = 'NAME'");
      }
    }
    FormatFile file = FormatFile.of(options, "descriptor");
    String name = options.text("message").orElseThrow();
    try {
      Map<String, Descriptor> found = messages(file.bytes());
      if (!found.containsKey(name)) {
        throw new SqlFault(
            options.place("message"),
            "%s has no message %s%s"
                .formatted(file.path(), name, ClosestName.hint(name, found.keySet())));
      }
      String fault = ProtobufRows.fault(found.get(name), columns);
      if (fault != null) {
        throw new SqlFault(options.place("message"), fault);
      }
      return new ProtobufFormat(file.bytes(), name);
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new SqlFault(
          options.place("descriptor"),
          "%s is no whole descriptor file: %s; protoc --include_imports --descriptor_set_out makes one"
              .formatted(file.path(), e.getMessage()));
    }
  }

  @Override
  public Column row(Column value, StructType columns) {
    ProtobufRows rows = new ProtobufRows(descriptors, message, columns);
    // Not deterministic: so that Spark never runs it twice for a row.
    return udf((UDF1<byte[], Row>) rows::read, columns).asNondeterministic().apply(value);
  }

  @Override
  public Column message(Column row, StructType columns) {
    ProtobufMessages messages = new ProtobufMessages(descriptors, message);
    return udf((UDF1<Row, byte[]>) messages::bytes, DataTypes.BinaryType).apply(row);
  }

  @Override
  public String unwritable(StructType columns) {
    return ProtobufMessages.fault(type(descriptors, message), columns);
  }

  @Override
  public String files() {
    return "descriptor " + FormatFile.digest(descriptors);
  }

  /** Of a message that is there. */
  static Descriptor type(byte[] descriptors, String message) {
    try {
      return messages(descriptors).get(message);
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By their full names; protoc writes what is imported before what imports it. */
  private static Map<String, Descriptor> messages(byte[] descriptors)
      throws InvalidProtocolBufferException, DescriptorValidationException {
    Map<String, FileDescriptor> files = new HashMap<>();
    Map<String, Descriptor> messages = new LinkedHashMap<>();
    for (FileDescriptorProto proto : FileDescriptorSet.parseFrom(descriptors).getFileList()) {
      FileDescriptor[] imported =
          proto.getDependencyList().stream()
              .map(files::get)
              .filter(it -> it != null)
              .toArray(FileDescriptor[]::new);
      FileDescriptor file = FileDescriptor.buildFrom(proto, imported);
      files.put(proto.getName(), file);
      file.getMessageTypes().forEach(type -> add(type, messages));
    }
    return messages;
  }

  private static void add(Descriptor type, Map<String, Descriptor> messages) {
    messages.put(type.getFullName(), type);
    type.getNestedTypes().forEach(nested -> add(nested, messages));
  }
}
