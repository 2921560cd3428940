package flights.trainer;

import flights.core.card.ModelCard;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.Scoring;
import flights.trainer.series.HistoryWriting;
import flights.trainer.series.SeriesRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes a package, tries what was written, and registers it: all of it, or nothing. */
final class Publishing {

  private final SparkSession spark;
  private final ModelPackages packages;
  private final ModelRegistry registry;
  private final HistoryWriting history;

  Publishing(
      SparkSession spark, ModelPackages packages, ModelRegistry registry, HistoryWriting history) {
    this.spark = spark;
    this.packages = packages;
    this.registry = registry;
    this.history = history;
  }

  /**
   * Returns the registered version.
   *
   * @param kept rows that later versions are tried on
   * @param rows that the model has learnt from, for the history of its series
   */
  ModelVersion publish(ModelPackage model, Dataset<Row> kept, ModelCard card, SeriesRows rows) {
    if (registry.version(card.name(), card.version()).isEmpty()) {
      // What is there without being registered is left over from an attempt that was killed.
      packages.delete(card.name(), card.version());
    }
    String address = packages.write(card.version(), model, kept);
    try {
      // What has been written is what is tried: a package that cannot be read back is no use.
      new Scoring(packages.read(address), card.version()).scoreExample(spark);
      ModelVersion version =
          new ModelVersion(card.name(), card.version(), address, card.trainedAt(), card.metrics());
      // Before it is registered: a version that can be asked has its history.
      history.write(version, model.config().series(), rows);
      registry.register(version, card.toMap(), model.config());
      return version;
    } catch (RuntimeException e) {
      packages.delete(address);
      throw e;
    }
  }
}
