package flights.predictor.answer;

import org.apache.spark.sql.ForeachWriter;
import org.apache.spark.sql.Row;

/** Hands the scored rows of one partition, in order, to the publisher of its process. */
public final class AnswerWriter extends ForeachWriter<Row> {

  private static final long serialVersionUID = 1;

  private final AnswerTarget target;
  private transient AnswerPublisher publisher;
  private transient LingeringBuffer buffer;

  public AnswerWriter(AnswerTarget target) {
    this.target = target;
  }

  @Override
  public boolean open(long partitionId, long epochId) {
    publisher = ProcessWide.publisher(target);
    buffer = new LingeringBuffer(publisher);
    return true;
  }

  @Override
  public void process(Row row) {
    ScoredRequest scored = ScoredRequest.of(row);
    if (publisher.isNew(scored)) {
      buffer.add(scored);
    }
  }

  /** Returns when all answers are out. */
  @Override
  public void close(Throwable cause) {
    if (buffer != null) {
      buffer.close();
    }
  }
}
