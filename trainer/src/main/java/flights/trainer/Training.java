package flights.trainer;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.model.FlightFunctions;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.Scoring;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From rows to a registered version of a model, which becomes the champion. */
final class Training {

  private static final Logger LOG = LoggerFactory.getLogger(Training.class);
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final Path root;
  private final ModelPackages packages;
  private final ModelRegistry registry;

  /**
   * Trains the pipelines of a program folder.
   *
   * @param root holds {@code resources/pipelines}; data are named relative to it
   */
  Training(SparkSession spark, Path root, ModelPackages packages, ModelRegistry registry) {
    this.spark = spark;
    this.root = root;
    this.packages = packages;
    this.registry = registry;
  }

  ModelVersion run(TrainOptions options) {
    PipelineReader reader = new PipelineReader(root.resolve("resources").resolve("pipelines"));
    PipelineSpec spec = reader.spec(options.name());
    Fitting fitting = new Fitting(spec);
    String data =
        options.data() == null ? root.resolve(spec.data()).toUri().toString() : options.data();
    FlightFunctions.register(spark);
    Dataset<Row> rows =
        Preparation.prepare(RawData.read(spark, spec, data), reader.sql(options.name())).cache();
    ModelPackage model =
        new ModelPackage(
            fitting.fit(rows), spec.config(), Map.of("data", data, "rows", rows.count()));
    return register(model);
  }

  private ModelVersion register(ModelPackage model) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String name = model.config().name();
    String version = VERSION.format(now);
    String address = packages.write(version, model);
    // What has been written is what is tried: a package that cannot be read back is no use.
    new Scoring(packages.read(address), version).scoreExample(spark);
    ModelVersion registered = new ModelVersion(name, version, address, now, Map.of());
    registry.register(registered);
    registry.promote(name, version, "trained last");
    LOG.info("registered {} {} at {}", name, version, address);
    return registered;
  }
}
