package flights.flight.spark.baseline;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import flights.flight.spark.trees.Boosting;
import flights.flight.spark.trees.Trees;
import flights.flight.spark.trees.TreesTrainer;
import flights.model.domain.Baseline;
import flights.model.domain.Shares;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * XGBoost on what a row says and nothing else: no history of the flight, its route or its airports.
 * Texts are numbered in their order. It learns from a bounded sample of the rows.
 */
public record RawTrees(String name, List<String> numbers, int classes, long seed)
    implements Baseline {

  private static final List<String> TEXTS = List.of("Carrier", "Origin", "Dest");
  private static final List<String> TIMETABLE =
      List.of(
          "FlightNum",
          "DayOfMonth",
          "DayOfWeek",
          "DayOfYear",
          "Distance",
          "CRSDepTime",
          "CRSArrTime",
          "CRSElapsedTime");
  private static final String FEATURES = "_baseline_features";
  private static final int MOST_ROWS = 500_000;
  private static final Boosting BOOSTING = new Boosting(100, 6, 0.1, 20, 256);

  public static RawTrees withDepartureDelay(int classes, long seed) {
    List<String> numbers = new ArrayList<>(TIMETABLE);
    numbers.add("DepDelay");
    return new RawTrees("XGBoost on the raw columns", List.copyOf(numbers), classes, seed);
  }

  public static RawTrees beforeDeparture(int classes, long seed) {
    return new RawTrees(
        "XGBoost on the raw columns, without departure delay", TIMETABLE, classes, seed);
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    Column[] features = features(training);
    List<float[]> rows = sample(training.select(withLabel(features)));
    int columns = features.length;
    float[] matrix = new float[rows.size() * columns];
    int[] labels = new int[rows.size()];
    double[] counts = new double[classes];
    Arrays.fill(counts, 1);
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(rows.get(i), 0, matrix, i * columns, columns);
      labels[i] = (int) rows.get(i)[columns];
      counts[labels[i]]++;
    }
    float[] shares = floats(Shares.of(counts));
    float[][] expected = new float[labels.length][];
    Arrays.fill(expected, shares);
    Trees trees = TreesTrainer.train(matrix, labels, expected, BOOSTING, seed);
    UDF1<Row, double[]> answer = new Answer(trees, shares);
    Column probabilities =
        udf(answer, DataTypes.createArrayType(DataTypes.DoubleType, false)).apply(struct(features));
    return test ->
        test.withColumn(PROBABILITIES, probabilities)
            .withColumn(
                PREDICTION,
                array_position(col(PROBABILITIES), array_max(col(PROBABILITIES)))
                    .minus(1)
                    .cast("double"));
  }

  private record Answer(Trees trees, float[] shares) implements UDF1<Row, double[]>, Serializable {

    @Override
    public double[] call(Row row) {
      double[] likely = trees.values(floats(row));
      for (int k = 0; k < likely.length; k++) {
        likely[k] = shares[k] * Math.exp(likely[k]);
      }
      return Shares.of(likely);
    }
  }

  private Column[] features(Dataset<Row> training) {
    List<Column> features = new ArrayList<>();
    for (String text : TEXTS) {
      List<Row> values =
          training
              .select(text)
              .where(col(text).isNotNull())
              .distinct()
              .orderBy(text)
              .collectAsList();
      Map<String, Float> places = new HashMap<>();
      values.forEach(value -> places.put(value.getString(0), (float) places.size()));
      UDF1<String, Float> place = places::get;
      features.add(udf(place, DataTypes.FloatType).apply(col(text)));
    }
    numbers.forEach(number -> features.add(col(number).cast("float")));
    return features.toArray(Column[]::new);
  }

  private static Column[] withLabel(Column[] features) {
    Column[] all = Arrays.copyOf(features, features.length + 1);
    all[features.length] = col(LABEL).cast("float");
    return all;
  }

  private List<float[]> sample(Dataset<Row> rows) {
    double share = MOST_ROWS / (double) Math.max(1, rows.count());
    Dataset<Row> some = share < 1 ? rows.sample(share, seed) : rows;
    return some.toJavaRDD().map(RawTrees::floats).collect();
  }

  private static float[] floats(Row row) {
    float[] values = new float[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.isNullAt(i) ? Float.NaN : row.getFloat(i);
    }
    return values;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
