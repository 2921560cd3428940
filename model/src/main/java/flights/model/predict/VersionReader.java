package flights.model.predict;

import flights.core.contract.ModelConfig;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.Scoring;
import org.apache.spark.sql.SparkSession;

/** Reads versions of models, and tries each by its own example. */
final class VersionReader {

  private final Settings settings;

  VersionReader(Settings settings) {
    this.settings = settings;
  }

  /** A version that was read. */
  record Read(ModelConfig config, LoadedVersion loaded) {}

  /** Throws PackageException or {@link PredictException} when it cannot be used. */
  Read read(ModelVersion version) {
    SparkSession spark = SparkSession.active();
    ModelPackage model =
        new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration())
            .read(version.address());
    Scoring scoring = new Scoring(model, version.version());
    var unused = scoring.scoreExample(spark);
    return new Read(model.config(), LoadedVersion.of(version, scoring, spark));
  }
}
