package flights.workloads.weather;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import flights.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports as messages: by the descriptor that the statements of the stream read them by. */
final class ReportFormat {

  private static final String MESSAGE = "Report";

  private final Descriptor type;
  private final FieldDescriptor date;
  private final FieldDescriptor station;
  private final FieldDescriptor degrees;
  private final FieldDescriptor raining;

  /** Throws IllegalArgumentException when the file is not the one that it should be. */
  ReportFormat(Path descriptor) {
    type = type(descriptor);
    date = type.findFieldByName("date");
    station = type.findFieldByName("station");
    degrees = type.findFieldByName("degrees");
    raining = type.findFieldByName("raining");
  }

  private static Descriptor type(Path file) {
    try {
      FileDescriptorSet set = FileDescriptorSet.parseFrom(Files.readAllBytes(file));
      return FileDescriptor.buildFrom(set.getFile(0), new FileDescriptor[0])
          .findMessageTypeByName(MESSAGE);
    } catch (IOException | DescriptorValidationException e) {
      throw new IllegalArgumentException(
          file + " cannot be used: protoc makes it of report.proto beside it", e);
    }
  }

  byte[] protobuf(Report report) {
    return DynamicMessage.newBuilder(type)
        .setField(date, report.date().toString())
        .setField(station, report.station())
        .setField(degrees, report.degrees())
        .setField(raining, report.raining())
        .build()
        .toByteArray();
  }

  static byte[] json(Report report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("date", report.date().toString());
    fields.put("station", report.station());
    fields.put("degrees", report.degrees());
    fields.put("raining", report.raining() ? 1 : 0);
    return Json.bytes(fields);
  }

  /** Throws IllegalArgumentException for what is no report. */
  Report ofProtobuf(byte[] message) {
    try {
      DynamicMessage read = DynamicMessage.parseFrom(type, message);
      return new Report(
          date((String) read.getField(date)),
          (String) read.getField(station),
          (double) read.getField(degrees),
          (boolean) read.getField(raining));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("no report", e);
    }
  }

  /** Throws IllegalArgumentException for what is no report. */
  static Report ofJson(byte[] message) {
    JsonNode read = Json.read(message, JsonNode.class);
    return new Report(
        date(read.path("date").asText()),
        read.path("station").asText(),
        read.path("degrees").asDouble(Double.NaN),
        read.path("raining").asInt() == 1);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(text + " is no date", e);
    }
  }
}
