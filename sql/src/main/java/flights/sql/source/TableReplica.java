package flights.sql.source;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.model.rowwise.RowwisePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * The latest row by key of a topic, on the driver. Whoever reads it gets all changes that were on
 * Kafka when the reading began: so a message that was sent after a change never misses it.
 */
final class TableReplica {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int CHUNK_BYTES = 4 * 1024 * 1024;

  private final Relation table;
  private final Consumer<String, byte[]> consumer;
  private final RowwisePlan.Run text;
  private final RowwisePlan.Run rows;
  private final PassedOver passedOver;
  private final TableKey key;
  private final long mostBytes;
  private final Map<String, byte[]> latest = new LinkedHashMap<>();
  private long bytes;
  private List<RowChunk> chunks;
  private boolean assigned;

  /**
   * A replica that is empty until it is read.
   *
   * @param mostBytes what all rows together may take
   */
  TableReplica(
      Relation table,
      Settings settings,
      SparkSession spark,
      PassedOver passedOver,
      long mostBytes) {
    this.table = table;
    this.consumer =
        new Kafka(settings)
            .consumer(Map.of("auto.offset.reset", "earliest", "max.poll.records", 5_000));
    this.text = ChangeRows.isText(table) ? row -> row : ChangeRows.asText(table, spark).start();
    this.passedOver = passedOver;
    this.rows = ChangeRows.plan(table, spark).start();
    this.key = new TableKey(table);
    this.mostBytes = mostBytes;
  }

  /** All rows as they are now; throws IllegalStateException when they are too many. */
  synchronized List<RowChunk> read() {
    catchUp();
    if (chunks == null) {
      chunks = RowChunk.of(latest.values(), CHUNK_BYTES);
    }
    return chunks;
  }

  synchronized int size() {
    return latest.size();
  }

  synchronized long bytes() {
    return bytes;
  }

  private void catchUp() {
    List<TopicPartition> partitions = Topics.partitions(consumer, table.topic());
    assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(this::take);
    }
  }

  /** New partitions are read from their beginning; the others go on where they are. */
  private void assign(List<TopicPartition> partitions) {
    List<TopicPartition> added = new ArrayList<>(partitions);
    added.removeAll(consumer.assignment());
    if (!assigned || !added.isEmpty()) {
      Map<TopicPartition, Long> before = new LinkedHashMap<>();
      consumer.assignment().forEach(it -> before.put(it, consumer.position(it)));
      consumer.assign(partitions);
      before.forEach(consumer::seek);
      consumer.seekToBeginning(added);
      assigned = true;
    }
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    byte[] text = text(message.value());
    String found = text == null && message.value() != null ? null : key.of(message.key(), text);
    if (found == null) {
      passedOver.one();
      return;
    }
    byte[] row = row(message.key(), text);
    byte[] before = row == null ? latest.remove(found) : latest.put(found, row);
    bytes += size(found, row) - size(found, before);
    chunks = null;
    if (bytes > mostBytes) {
      throw new IllegalStateException(
          "the table %s has over %,d rows, which take more than %d MB: give FLIGHTS_SQL_HEAP more"
                  .formatted(table.name(), latest.size() - 1, mostBytes >> 20)
              + " (a fourth of it is for tables), or leave out columns");
    }
  }

  /** Null when there is none, or none that can be read. */
  private byte[] text(byte[] value) {
    InternalRow read = value == null ? null : text.apply(message(value));
    return read == null || read.isNullAt(0) ? null : read.getBinary(0);
  }

  private static InternalRow message(byte[] value) {
    return new GenericInternalRow(new Object[] {value});
  }

  private byte[] row(String messageKey, byte[] text) {
    if (text == null) {
      return null;
    }
    InternalRow row = rows.apply(message(key.withKey(messageKey, text)));
    return row == null ? null : ((UnsafeRow) row).getBytes().clone();
  }

  private static long size(String key, byte[] row) {
    return row == null ? 0 : 2L * key.length() + row.length + 64;
  }
}
