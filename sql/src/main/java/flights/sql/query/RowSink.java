package flights.sql.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import flights.core.kafka.KafkaAccess;
import flights.core.settings.Settings;
import flights.core.store.StoreAccess;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes the rows of a batch; a batch that is taken twice leaves what one leaves, by its keys. */
interface RowSink {

  void write(Dataset<Row> batch);

  /** All that a target names, but files: those Spark writes by itself. */
  static List<RowSink> of(Target target, Settings settings) {
    List<RowSink> sinks = new ArrayList<>();
    if (target.topic() != null) {
      sinks.add(batch -> send(batch, target, KafkaAccess.of(settings)));
    }
    if (target.collection() != null) {
      CollectionWriter writer =
          new CollectionWriter(StoreAccess.of(settings), target.collection(), target.key());
      sinks.add(batch -> batch.foreachPartition(writer));
    }
    if (target.console()) {
      RowPrinter printer = new RowPrinter(System.out);
      sinks.add(batch -> printer.print(batch, Long.MAX_VALUE));
    }
    return sinks;
  }

  private static void send(Dataset<Row> batch, Target target, KafkaAccess access) {
    Column value = target.format().message(struct(col("*")), batch.schema()).as("value");
    Dataset<Row> messages =
        target.key().isEmpty()
            ? batch.select(value)
            : batch.select(key(target.key()).as("key"), value);
    messages
        .write()
        .format("kafka")
        .options(access.sparkOptions())
        .option("topic", target.topic())
        .save();
  }

  /** One column as it is, several as a JSON object. */
  private static Column key(List<String> names) {
    Column[] columns = names.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    return columns.length == 1 ? columns[0].cast("string") : to_json(struct(columns));
  }
}
