package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTopicsTest {

  @TempDir Path folder;

  @Test
  void theTopicsThatStatementsNameAreOurs() throws IOException {
    write(
        "one/a.sql",
        """
        -- CREATE STREAM commented (a INT) WITH (topic = 'commented');
        CREATE STREAM clicks (a INT) WITH (topic = 'web.clicks', format = 'json');
        create table results with (key = 'a') as select a from clicks;
        CREATE TABLE stored WITH (collection = 'stored', key = 'a') AS SELECT a FROM clicks;
        """);

    assertThat(among("web.clicks", "results", "stored", "clicks", "commented", "else"))
        .containsExactly("results", "web.clicks");
  }

  @Test
  void theTopicsThatConnectorsNameAreOurs() throws IOException {
    write(
        "one/source.json",
        """
        {"name": "s", "config": {"topic.prefix": "db", "table.include.list": "a.b, a.c",
          "schema.history.internal.kafka.topic": "db.schema"}}
        """);
    write(
        "two/sink.json",
        """
        {"name": "t", "config": {"topics": "x,y", "errors.deadletterqueue.topic.name": "x.errors"}}
        """);
    write("two/other.json", "[1]");

    assertThat(among("db", "db.a.b", "db.a.c", "db.a.other", "db.schema", "x", "y", "x.errors", ""))
        .containsExactly("db", "db.a.b", "db.a.c", "db.schema", "x", "x.errors", "y");
  }

  @Test
  void withoutStreamsThoseOfKafkaConnectAreOurs() throws IOException {
    assertThat(among("flights-connect-configs", "flights-connect-offsets", "else"))
        .containsExactly("flights-connect-configs", "flights-connect-offsets");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Iterable<String> among(String... topics) throws IOException {
    return new StreamTopics(folder).among(List.of(topics));
  }
}
