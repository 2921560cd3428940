package flights.predictor.batch;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.when;

import flights.model.Scoring;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What becomes of the rows of a batch: the fields of the answer, or, for a row that was rejected,
 * {@link #ERROR} and {@link #REQUEST}; and an id for each.
 */
final class ScoredRows {

  static final String ERROR = "Error";
  static final String REQUEST = "Request";
  static final String ID = Scoring.ID;

  private ScoredRows() {}

  static Dataset<Row> of(Dataset<Row> scored) {
    Column good = col(Scoring.ERROR).isNull();
    Column request = col(Scoring.MESSAGE + "." + Scoring.VALUE);
    StructType document = (StructType) scored.schema().apply(Scoring.DOCUMENT).dataType();
    Stream<Column> fields =
        Stream.of(document.fieldNames())
            .map(name -> when(good, col(Scoring.DOCUMENT + ".`" + name + "`")).as(name));
    Stream<Column> about =
        Stream.of(
            col(Scoring.ERROR).as(ERROR),
            when(good.unary_$bang(), request.cast("string")).as(REQUEST),
            coalesce(col(Scoring.ID), concat(lit("rejected-"), sha2(request, 256))).as(ID));
    return scored.select(Stream.concat(fields, about).toArray(Column[]::new));
  }
}
