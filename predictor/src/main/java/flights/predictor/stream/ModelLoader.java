package flights.predictor.stream;

import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.model.ModelPackages;
import flights.model.Scoring;
import org.apache.spark.sql.SparkSession;

/** Reads versions of a model, and tries each before it is let in. */
public final class ModelLoader {

  private final SparkSession spark;
  private final ModelPackages packages;

  public ModelLoader(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.packages =
        new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
  }

  /** Throws PackageException when it cannot be read or does not answer its own example. */
  public Scoring load(ModelVersion version) {
    Scoring scoring = new Scoring(packages.read(version.address()), version.version());
    scoring.scoreExample(spark);
    return scoring;
  }

  /** What is said of a model that has no champion, with the way out. */
  public static String noVersionOf(String model) {
    return "no version of " + model + " is registered yet: ./flights train " + model + " makes one";
  }
}
