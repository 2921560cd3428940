package flights.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TimestampProto;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.sql.query.QueryService;
import flights.sql.query.QueryState;
import flights.sql.query.QueryStates;
import flights.sql.statement.SqlFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream of Protocol Buffers joined with a table of Avro, as others write both. */
class FormatsIT {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final byte[] UNREADABLE = "\u0007 no message".getBytes(StandardCharsets.UTF_8);

  private static final String SCHEMA =
      """
      {"type": "record", "name": "Person", "fields": [
        {"name": "id", "type": "int"}, {"name": "unused", "type": "string"},
        {"name": "name", "type": ["null", "string"]}]}
      """;

  private static final String STATEMENTS =
      """
      CREATE STREAM clicks (page STRING, person INT, amount INT, items BIGINT, at TIMESTAMP, tags ARRAY<STRING>)
        WITH (format = 'protobuf', descriptor = 'clicks.desc', message = 'shop.Click', timestamp = 'at');
      CREATE TABLE people (id BIGINT, name STRING, PRIMARY KEY (id)) WITH (format = 'avro', schema = 'people.avsc');
      CREATE STREAM seen WITH (collection = 'seen', key = 'page') AS
        SELECT page, amount, items, at, tags, name FROM clicks JOIN people ON person = id;
      CREATE STREAM again WITH (topic = 'again', format = 'protobuf', descriptor = 'clicks.desc', message = 'shop.Click') AS
        SELECT page, person, amount, items, at, tags FROM clicks;
      CREATE STREAM visitors WITH (topic = 'visitors', format = 'avro', schema = 'people.avsc') AS
        SELECT coalesce(person, 0) AS id, 'x' AS unused, page AS name FROM again;
      CREATE STREAM pages WITH (topic = 'pages', format = 'avro') AS SELECT name, id FROM visitors;
      INSERT INTO pages SELECT concat(name, ' too'), id FROM visitors;
      CREATE STREAM found WITH (collection = 'found', key = 'name') AS SELECT * FROM pages;
      """;

  @TempDir Path home;
  private SqlTestSystem system;
  private Descriptor click;

  @BeforeEach
  void open() throws Exception {
    system = new SqlTestSystem(home);
    FileDescriptorProto file = clicks();
    FileDescriptor[] imports = {TimestampProto.getDescriptor()};
    click = FileDescriptor.buildFrom(file, imports).findMessageTypeByName("Click");
    describe(file);
    Files.writeString(home.resolve("people.avsc"), SCHEMA);
  }

  private void describe(FileDescriptorProto file) throws IOException {
    FileDescriptorSet all =
        FileDescriptorSet.newBuilder()
            .addFile(TimestampProto.getDescriptor().toProto())
            .addFile(file)
            .build();
    Files.write(home.resolve("clicks.desc"), all.toByteArray());
  }

  @AfterEach
  void close() {
    system.close();
  }

  @Test
  void rowsAreReadAndWhatCannotBeReadIsPassedOverAndCounted() throws Exception {
    Script script = script(STATEMENTS);
    script.makeTopics();
    system.send("people", "1", person(1, "Ann"));
    system.send("people", "2", person(2, "Bob"));
    system.send("people", "2", null);
    system.send("people", "3", new byte[] {2});
    system.send("clicks", null, UNREADABLE);
    system.send("clicks", null, click("gone", 2).build().toByteArray());
    system.send("clicks", null, click("bare", 1).build().toByteArray());
    DynamicMessage whole =
        set(set(click("whole", 1), "amount", 0), "items", 7L)
            .addRepeatedField(click.findFieldByName("tags"), "new")
            .setField(
                click.findFieldByName("at"),
                Timestamp.newBuilder().setSeconds(NOON.getEpochSecond()).build())
            .build();
    system.send("clicks", null, whole.toByteArray());

    QueryService service = new QueryService(system.settings, script.plans());
    Thread running = new Thread(() -> StreamsIT.run(service));
    running.start();
    try {
      assertThat(system.awaitDocument("seen", "whole"))
          .containsEntry("amount", 0)
          .containsEntry("items", 7L)
          .containsEntry("at", Date.from(NOON))
          .containsEntry("tags", List.of("new"))
          .containsEntry("name", "Ann");
      Document bare = system.awaitDocument("seen", "bare");
      assertThat(bare.get("amount")).as("not there").isNull();
      assertThat(bare).containsEntry("items", 0L).containsEntry("tags", List.of());
      assertThat(system.documents("seen")).hasSize(2);
      assertThat(system.awaitDocument("found", "whole")).containsEntry("id", 1);
      assertThat(system.awaitDocument("found", "whole too")).containsEntry("id", 1);
      assertThat(written("again")).contains(whole.toByteArray());
      assertThat(written("visitors")).contains(person(1, "whole"));
      // One of people, and one of clicks; another query that reads clicks has its own count.
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(new QueryStates(system.store).all())
                      .extracting(QueryState::name, QueryState::passedOver)
                      .contains(tuple("seen", 2L), tuple("again", 1L), tuple("found", 0L)));
    } finally {
      service.stop();
      running.join();
    }
    aFileThatSaysOtherwiseMakesAnotherQuery();
  }

  private List<byte[]> written(String topic) {
    List<byte[]> messages = new ArrayList<>();
    try (Consumer<String, byte[]> consumer =
        new Kafka(system.settings).consumer(Map.of("auto.offset.reset", "earliest"))) {
      List<TopicPartition> partitions = Topics.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(message -> messages.add(message.value()));
      }
    }
    return messages;
  }

  private void aFileThatSaysOtherwiseMakesAnotherQuery() throws Exception {
    Files.writeString(home.resolve("people.avsc"), SCHEMA.replace(",", " ,\n"));
    assertThat(script(STATEMENTS).plans()).hasSize(6);
    Files.writeString(home.resolve("people.avsc"), SCHEMA.replace("Person", "Human"));
    assertThatThrownBy(() -> script(STATEMENTS))
        .isInstanceOf(SqlFault.class)
        .hasMessageContaining("seen is not the query any more that its checkpoint is of")
        .hasMessageContaining("DROP QUERY seen");
    Files.writeString(home.resolve("people.avsc"), SCHEMA);
    describe(clicks().toBuilder().setName("other.proto").build());
    assertThatThrownBy(() -> script(STATEMENTS))
        .hasMessageContaining("seen is not the query any more");
  }

  @Test
  void whatDoesNotFitIsToldBeforeAnythingStarts() {
    assertWrong("shop.Click'", "shop.Clik'", "clicks.desc has no message shop.Clik");
    assertWrong("person INT,", "persn INT,", "shop.Click has no field persn; did you mean person?");
    assertWrong("items BIGINT", "items INT", "items is int64 in shop.Click, and cannot be INT");
    assertWrong("'clicks.desc'", "'no.desc'", "no.desc cannot be read");
    assertWrong("(id BIGINT,", "(id SMALLINT,", "id is INT in the schema, and cannot be SMALLINT");
    assertWrong("name STRING,", "nam STRING,", "the schema has no field nam; did you mean name?");
    assertWrong("'avro'", "'json'", "schema goes with format = 'avro'");
    assertWrong("descriptor = 'clicks.desc', ", "", "format = 'protobuf' needs descriptor");
  }

  @Test
  void whatCannotBeWrittenIsToldBeforeAnythingStarts() {
    assertWrong("coalesce(person, 0) AS id", "person AS id", "has no null for id, which may be");
    assertWrong("'x' AS unused, ", "", "the schema cannot hold the rows: Found field 'unused'");
    assertWrong("format = 'avro') AS", "format = 'debezium') AS", "a query writes json, avro or");
    assertWrong("topic = 'pages'", "collection = 'pages', key = 'id'", "and goes with topic");
    assertWrong(", tags FROM", ", 1 AS tags FROM", "tags is repeated string in shop.Click, and");
  }

  private void assertWrong(String right, String wrong, String message) {
    String text = STATEMENTS.replace(right, wrong);
    assertThat(text).isNotEqualTo(STATEMENTS);
    assertThatThrownBy(() -> script(text))
        .isInstanceOf(SqlFault.class)
        .hasMessageContaining(message);
  }

  private Script script(String text) throws InterruptedException {
    Script script = new Script(system.settings, SqlTestSystem.spark(), System.out);
    script.read(home.resolve("formats.sql").toString(), text);
    return script;
  }

  private static byte[] person(int id, String name) throws Exception {
    Schema schema = new Schema.Parser().parse(SCHEMA);
    GenericRecord row = new GenericData.Record(schema);
    row.put("id", id);
    row.put("unused", "x");
    row.put("name", name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(row, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private DynamicMessage.Builder click(String page, int person) {
    return set(set(DynamicMessage.newBuilder(click), "page", page), "person", person);
  }

  private DynamicMessage.Builder set(DynamicMessage.Builder to, String field, Object value) {
    return to.setField(click.findFieldByName(field), value);
  }

  /** What protoc makes of a file: {@code amount} is optional. */
  private static FileDescriptorProto clicks() {
    DescriptorProto message =
        DescriptorProto.newBuilder()
            .setName("Click")
            .addField(field("page", 1, Type.TYPE_STRING))
            .addField(field("person", 2, Type.TYPE_INT32))
            .addField(field("amount", 3, Type.TYPE_INT32).setProto3Optional(true).setOneofIndex(0))
            .addField(field("items", 4, Type.TYPE_INT64))
            .addField(field("at", 5, Type.TYPE_MESSAGE).setTypeName(".google.protobuf.Timestamp"))
            .addField(field("tags", 6, Type.TYPE_STRING).setLabel(Label.LABEL_REPEATED))
            .addOneofDecl(OneofDescriptorProto.newBuilder().setName("_amount"))
            .build();
    return FileDescriptorProto.newBuilder()
        .setName("clicks.proto")
        .setPackage("shop")
        .setSyntax("proto3")
        .addDependency("google/protobuf/timestamp.proto")
        .addMessageType(message)
        .build();
  }

  private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(Label.LABEL_OPTIONAL);
  }
}
