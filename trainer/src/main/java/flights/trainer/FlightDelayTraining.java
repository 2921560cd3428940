package flights.trainer;

import flights.core.flight.DelayBucket;
import flights.core.kafka.Topics;
import flights.core.store.Collections;
import flights.model.Field;
import flights.model.FieldType;
import flights.model.ModelConfig;
import flights.model.ModelPackage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small flight-delay model: logistic regression on the departure delay and who flies where. */
final class FlightDelayTraining {

  private static final String[] CATEGORIES = {"Carrier", "Origin", "Dest"};

  private final SparkSession spark;

  FlightDelayTraining(SparkSession spark) {
    this.spark = spark;
  }

  ModelPackage train(Path data) {
    Dataset<Row> flights = flights(data).sample(0.3, 42).cache();
    ModelPackage model =
        new ModelPackage(
            new Pipeline().setStages(stages()).fit(flights),
            config(),
            Map.of("data", data.toString(), "rows", flights.count()));
    flights.unpersist();
    return model;
  }

  private Dataset<Row> flights(Path data) {
    return spark
        .read()
        .parquet(data.resolve("flights.parquet").toUri().toString())
        .where("arr_delay is not null")
        .selectExpr(
            "carrier as Carrier",
            "origin as Origin",
            "dest as Dest",
            "cast(dep_delay as double) as DepDelay",
            "cast(distance as double) as Distance",
            "case when arr_delay < -15 then 0.0 when arr_delay < 0 then 1.0"
                + " when arr_delay < 30 then 2.0 else 3.0 end as label");
  }

  private static PipelineStage[] stages() {
    String[] indexed = Arrays.stream(CATEGORIES).map(c -> c + "_index").toArray(String[]::new);
    String[] encoded = Arrays.stream(CATEGORIES).map(c -> c + "_vector").toArray(String[]::new);
    return new PipelineStage[] {
      new SQLTransformer()
          .setStatement(
              "select *, coalesce(DepDelay, 0) as late, least(coalesce(DepDelay, 0), 30) as"
                  + " a_little_late, coalesce(Distance, 1000) as miles from __THIS__"),
      new StringIndexer().setInputCols(CATEGORIES).setOutputCols(indexed).setHandleInvalid("keep"),
      new OneHotEncoder().setInputCols(indexed).setOutputCols(encoded).setHandleInvalid("keep"),
      new VectorAssembler()
          .setInputCols(
              new String[] {"late", "a_little_late", "miles", encoded[0], encoded[1], encoded[2]})
          .setOutputCol("features"),
      new LogisticRegression().setMaxIter(30).setFamily("multinomial")
    };
  }

  private static ModelConfig config() {
    return new ModelConfig(
        "flight-delay",
        "UUID",
        List.of(
            Field.required("UUID", FieldType.STRING).between(1, 128),
            Field.required("Timestamp", FieldType.TIMESTAMP),
            Field.required("Carrier", FieldType.STRING).between(1, 8),
            Field.optional("FlightNum", FieldType.STRING).between(1, 8),
            Field.required("FlightDate", FieldType.DATE),
            Field.required("Origin", FieldType.STRING).between(1, 8),
            Field.required("Dest", FieldType.STRING).between(1, 8),
            Field.optional("DepDelay", FieldType.NUMBER).between(-180, 2880),
            Field.required("DayOfWeek", FieldType.INTEGER).between(1, 7),
            Field.required("DayOfMonth", FieldType.INTEGER).between(1, 31),
            Field.required("DayOfYear", FieldType.INTEGER).between(1, 366),
            Field.optional("Distance", FieldType.NUMBER).between(0, 13_000),
            Field.required("Route", FieldType.STRING).between(1, 17)),
        Map.of("Prediction", "cast(prediction as int)", "Probabilities", "probability"),
        Arrays.stream(DelayBucket.values()).map(DelayBucket::words).toList(),
        Topics.REQUESTS,
        Topics.RESPONSES,
        Topics.ERRORS,
        Collections.RESPONSES,
        Collections.ERRORS,
        Map.ofEntries(
            Map.entry("UUID", "00000000-0000-0000-0000-000000000000"),
            Map.entry("Timestamp", "2013-07-04T12:00:00Z"),
            Map.entry("Carrier", "AA"),
            Map.entry("FlightNum", "1"),
            Map.entry("FlightDate", "2013-07-04"),
            Map.entry("Origin", "JFK"),
            Map.entry("Dest", "LAX"),
            Map.entry("DepDelay", 12.0),
            Map.entry("DayOfWeek", 4),
            Map.entry("DayOfMonth", 4),
            Map.entry("DayOfYear", 185),
            Map.entry("Distance", 2475.0),
            Map.entry("Route", "JFK-LAX")));
  }
}
