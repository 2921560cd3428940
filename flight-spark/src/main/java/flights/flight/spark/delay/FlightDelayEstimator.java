package flights.flight.spark.delay;

import static org.apache.spark.sql.functions.col;

import flights.flight.spark.trees.Boosting;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Learns how late flights arrive.
 *
 * <p>Reads {@code Carrier}, {@code FlightNum}, {@code Origin}, {@code Dest}, {@code FlightDate},
 * {@code DayOfWeek}, {@code Distance}, {@code DepDelay} (null before departure), and of the past
 * also {@code ArrDelay}, {@code CRSDepTime}, {@code CRSArrTime} (both local, hhmm) and {@code
 * CRSElapsedTime} (minutes). Rows with no arrival delay or no date are left out. The same rows and
 * the same seed give the same model, in any order and any number of partitions.
 */
public final class FlightDelayEstimator extends Estimator<FlightDelayModel>
    implements DefaultParamsWritable {

  private static final long serialVersionUID = 1;

  private static final double STEP = 0.1;
  private static final double LEAST_WEIGHT = 100;
  private static final int BINS = 64;

  private final String uid;
  private final DoubleParam smoothing;
  private final DoubleParam retiming;
  private final IntParam spreadBins;
  private final IntParam maxSamples;
  private final IntParam rounds;
  private final IntParam depth;
  private final LongParam seed;

  public FlightDelayEstimator() {
    this(Identifiable$.MODULE$.randomUID("flightDelay"));
  }

  public FlightDelayEstimator(String uid) {
    // A Param asks for its owner's id when it is made.
    this.uid = uid;
    smoothing = positive("smoothing", "so many flights outweigh the mean of their route");
    retiming = positive("retiming", "the part of a new duration that the flight does not take up");
    spreadBins = whole("spreadBins", "how finely the spread is told apart");
    maxSamples = whole("maxSamples", "the most flights to regress on; all count in the history");
    rounds = new IntParam(this, "rounds", "of boosting; 0 for no trees", ParamValidators.gtEq(0));
    depth = whole("depth", "of a tree");
    seed = new LongParam(this, "seed", "of the samples");
    setDefault(smoothing, 6.0);
    setDefault(retiming, 0.4);
    setDefault(spreadBins, 12);
    setDefault(maxSamples, 100_000);
    setDefault(rounds, 12);
    setDefault(depth, 5);
    setDefault(seed, 42L);
  }

  /** Reads one that was saved. */
  public static FlightDelayEstimator load(String path) {
    return read().load(path);
  }

  public static MLReader<FlightDelayEstimator> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public FlightDelayModel fit(Dataset<?> flights) {
    transformSchema(flights.schema());
    return new FlightDelayModel(uid, new ForecasterTrainer(past(flights), learning()).train())
        .setParent(this);
  }

  private static Past past(Dataset<?> flights) {
    return new Past(
        flights
            .select(FlightColumns.past(flights.schema()))
            .where(col("ArrDelay").isNotNull().and(col("Day").isNotNull())));
  }

  private Learning learning() {
    return new Learning(
        new Habits((double) getOrDefault(smoothing), (double) getOrDefault(retiming)),
        (int) getOrDefault(spreadBins),
        (int) getOrDefault(maxSamples),
        new Boosting(
            (int) getOrDefault(rounds), (int) getOrDefault(depth), STEP, LEAST_WEIGHT, BINS),
        (long) getOrDefault(seed));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return ForecastColumns.appendTo(schema);
  }

  @Override
  public FlightDelayEstimator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public String uid() {
    return uid;
  }

  public DoubleParam smoothing() {
    return smoothing;
  }

  public DoubleParam retiming() {
    return retiming;
  }

  public IntParam spreadBins() {
    return spreadBins;
  }

  public IntParam maxSamples() {
    return maxSamples;
  }

  public IntParam rounds() {
    return rounds;
  }

  public IntParam depth() {
    return depth;
  }

  public LongParam seed() {
    return seed;
  }

  public FlightDelayEstimator setSmoothing(double flights) {
    set(smoothing, flights);
    return this;
  }

  public FlightDelayEstimator setRetiming(double part) {
    set(retiming, part);
    return this;
  }

  public FlightDelayEstimator setSpreadBins(int bins) {
    set(spreadBins, bins);
    return this;
  }

  public FlightDelayEstimator setMaxSamples(int samples) {
    set(maxSamples, samples);
    return this;
  }

  public FlightDelayEstimator setRounds(int count) {
    set(rounds, count);
    return this;
  }

  public FlightDelayEstimator setDepth(int levels) {
    set(depth, levels);
    return this;
  }

  public FlightDelayEstimator setSeed(long value) {
    set(seed, value);
    return this;
  }

  private IntParam whole(String name, String doc) {
    return new IntParam(this, name, doc, ParamValidators.gtEq(1));
  }

  private DoubleParam positive(String name, String doc) {
    return new DoubleParam(this, name, doc, ParamValidators.gt(0));
  }
}
