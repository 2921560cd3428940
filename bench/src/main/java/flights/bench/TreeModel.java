package flights.bench;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A decision tree with two texts and four numbers, as a champion to be called. */
final class TreeModel {

  static final String NAME = "bench-tree";
  static final List<String> TEXTS = List.of("country", "platform");
  static final List<String> NUMBERS =
      List.of("product_views", "listing_views", "gallery_views", "nb_orders");

  private TreeModel() {}

  /** Rows that look like those that it learns from: five columns of chance, one of time. */
  static Dataset<Row> rows(SparkSession spark, long count) {
    return spark
        .range(count)
        .selectExpr(
            "concat('c', id % 20) country",
            "element_at(array('ios', 'android', 'web'), int(id % 3) + 1) platform",
            "int(pmod(xxhash64(id, 1), 60)) product_views",
            "int(pmod(xxhash64(id, 2), 30)) listing_views",
            "int(pmod(xxhash64(id, 3), 20)) gallery_views",
            "int(pmod(xxhash64(id, 4), 9)) nb_orders");
  }

  static void register(SparkSession spark, Settings settings) {
    Dataset<Row> rows =
        rows(spark, 5_000)
            .selectExpr(
                "*",
                "double(product_views > 20 + 5 * nb_orders or (country = 'c3' and gallery_views < 4)) label");
    ModelPackage model =
        new ModelPackage(new Pipeline().setStages(stages()).fit(rows), config(), Map.of());
    String address =
        new ModelPackages(settings.modelStore(), new Configuration()).write("v1", model);
    try (Store store = Store.open(settings)) {
      ModelRegistry registry = new ModelRegistry(store.database());
      registry.register(new ModelVersion(NAME, "v1", address, Instant.now(), Map.of()));
      registry.promote(NAME, "v1", "for the bench");
    }
  }

  private static PipelineStage[] stages() {
    String[] indexes = TEXTS.stream().map(it -> it + "_index").toArray(String[]::new);
    return new PipelineStage[] {
      new StringIndexer()
          .setInputCols(TEXTS.toArray(String[]::new))
          .setOutputCols(indexes)
          .setHandleInvalid("keep"),
      new VectorAssembler()
          .setInputCols(Stream.concat(Stream.of(indexes), NUMBERS.stream()).toArray(String[]::new))
          .setOutputCol("features"),
      new DecisionTreeClassifier().setSeed(1)
    };
  }

  private static ModelConfig config() {
    return new ModelConfig(
        NAME,
        "id",
        Stream.of(
                Stream.of(Field.required("id", FieldType.STRING)),
                TEXTS.stream().map(it -> Field.required(it, FieldType.STRING)),
                NUMBERS.stream().map(it -> Field.required(it, FieldType.NUMBER)))
            .flatMap(fields -> fields)
            .toList(),
        Map.of("bot", "prediction = 1", "probabilities", "probability"),
        List.of("human", "bot"),
        NAME + ".requests",
        NAME + ".predictions",
        NAME + ".errors",
        null,
        null,
        Map.of(
            "id",
            "example",
            "country",
            "c1",
            "platform",
            "web",
            "product_views",
            1,
            "listing_views",
            1,
            "gallery_views",
            1,
            "nb_orders",
            1));
  }
}
