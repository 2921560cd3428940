package flights.flight.spark.delay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * Forecasts how late flights arrive, one row at a time, with no shuffle: adds {@code prediction}
 * (the bucket, 0 to 3), {@code probabilities} of the buckets, {@code expectedArrDelay}, {@code
 * arrDelayP10}, {@code arrDelayP50}, {@code arrDelayP90}, {@code lateProbability} (of 15 minutes or
 * more), and {@code reasons}, whose minutes add up to the expected delay. Answers any flight; what
 * it does not know is among the reasons.
 */
public final class FlightDelayModel extends Model<FlightDelayModel> implements MLWritable {

  private static final long serialVersionUID = 1;
  private static final String FORECAST = "_forecast";

  private final String uid;
  private final transient Forecaster forecaster;
  private transient Broadcast<Forecaster> broadcast;

  FlightDelayModel(String uid, Forecaster forecaster) {
    this.uid = uid;
    this.forecaster = forecaster;
  }

  /** Reads one that was saved. */
  public static FlightDelayModel load(String path) {
    return read().load(path);
  }

  public static MLReader<FlightDelayModel> read() {
    return new FlightDelayModelReader();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> flights) {
    transformSchema(flights.schema());
    return flights
        .withColumn(
            FORECAST, forecast(flights).apply(struct(FlightColumns.request(flights.schema()))))
        .select(col("*"), col(FORECAST + ".*"))
        .drop(FORECAST);
  }

  private UserDefinedFunction forecast(Dataset<?> flights) {
    Broadcast<Forecaster> shared = broadcast(flights);
    UDF1<Row, Row> answer =
        row -> ForecastColumns.row(shared.value().forecast(FlightColumns.flight(row)));
    // Not deterministic: so that Spark never runs it once for each of its fields.
    return udf(answer, ForecastColumns.TYPE).asNondeterministic();
  }

  private synchronized Broadcast<Forecaster> broadcast(Dataset<?> flights) {
    if (broadcast == null || !broadcast.isValid()) {
      broadcast =
          JavaSparkContext.fromSparkContext(flights.sparkSession().sparkContext())
              .broadcast(forecaster);
    }
    return broadcast;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return ForecastColumns.appendTo(schema);
  }

  @Override
  public MLWriter write() {
    return new FlightDelayModelWriter(this, forecaster);
  }

  @Override
  public FlightDelayModel copy(ParamMap extra) {
    return copyValues(new FlightDelayModel(uid, forecaster), extra).setParent(parent());
  }

  @Override
  public String uid() {
    return uid;
  }
}
