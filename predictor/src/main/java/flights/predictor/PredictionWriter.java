package flights.predictor;

import flights.model.RowMaps;
import flights.model.Scoring;
import flights.predictor.metrics.Tally;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.ForeachWriter;
import org.apache.spark.sql.Row;

/** Hands the rows of one partition to the {@link Outlet} of this process, in order. */
final class PredictionWriter extends ForeachWriter<Row> {

  private final OutletConfig config;
  private transient Outlet outlet;
  private transient LingeringBuffer buffer;

  PredictionWriter(OutletConfig config) {
    this.config = config;
  }

  @Override
  public boolean open(long partitionId, long epochId) {
    outlet = Outlet.of(config);
    buffer = new LingeringBuffer(outlet);
    return true;
  }

  @Override
  public void process(Row row) {
    PredictionEntry entry = entry(row);
    if (!outlet.hasSeen(entry)) {
      Tally.here().came(1);
      buffer.add(entry);
    }
  }

  @Override
  public void close(Throwable cause) {
    if (buffer != null) {
      buffer.close();
    }
  }

  private static PredictionEntry entry(Row row) {
    Row source = row.getAs(Scoring.SOURCE);
    String error = row.getAs(Scoring.ERROR);
    return new PredictionEntry(
        new TopicPartition(source.getAs("topic"), source.<Integer>getAs("partition")),
        source.<Long>getAs("offset"),
        source.<Instant>getAs("timestamp").toEpochMilli(),
        row.getAs(Scoring.ID),
        error,
        error == null ? RowMaps.of(row.<Row>getAs(Scoring.DOCUMENT)) : null,
        source.getAs(Scoring.VALUE));
  }
}
