package flights.predictor;

import flights.model.RowMaps;
import flights.model.Scoring;
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
    Row source = row.getAs(Scoring.SOURCE);
    TopicPartition from =
        new TopicPartition(source.getAs("topic"), source.<Integer>getAs("partition"));
    long offset = source.<Long>getAs("offset");
    if (!outlet.hasSeen(from, offset)) {
      buffer.add(entry(from, offset, source, row));
    }
  }

  @Override
  public void close(Throwable cause) {
    if (buffer != null) {
      buffer.close();
    }
  }

  private static PredictionEntry entry(TopicPartition from, long offset, Row source, Row row) {
    String error = row.getAs(Scoring.ERROR);
    return new PredictionEntry(
        from,
        offset,
        row.getAs(Scoring.ID),
        error,
        error == null ? RowMaps.of(row.<Row>getAs(Scoring.DOCUMENT)) : null,
        error == null ? null : source.getAs(Scoring.VALUE));
  }
}
