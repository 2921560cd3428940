package flights.model.predict;

import flights.core.contract.ModelConfig;
import flights.core.registry.ModelVersion;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model that is called by predict, and the version of it that is the champion. */
final class ServedModel {

  private static final Logger LOG = LoggerFactory.getLogger(ServedModel.class);

  private final ModelConfig config;
  private final String name;
  private volatile LoadedVersion current;
  private volatile String refused;

  ServedModel(ModelConfig config, LoadedVersion first) {
    this.config = config;
    this.name = config.name();
    this.current = first;
  }

  String name() {
    return name;
  }

  /** As the queries know it that call it: they were planned by it. */
  ModelConfig config() {
    return config;
  }

  StructType answerSchema() {
    return current.answerSchema();
  }

  LoadedVersion current() {
    return current;
  }

  /** Takes a version that has become the champion; when it cannot be, the one before stays. */
  void follow(ModelVersion champion, VersionReader reader) {
    if (champion.version().equals(current.version()) || champion.version().equals(refused)) {
      return;
    }
    try {
      VersionReader.Read read = reader.read(champion);
      requireSameShape(read);
      current = read.loaded();
      refused = null;
      LOG.info("predict('{}') goes on with version {}", name, champion.version());
    } catch (RuntimeException e) {
      refused = champion.version();
      LOG.error("predict('{}') stays at {}: {}", name, current.version(), e.getMessage());
    }
  }

  private void requireSameShape(VersionReader.Read read) {
    if (!read.loaded().answerSchema().equals(answerSchema())
        || !read.config().inputSchema().equals(config.inputSchema())) {
      throw new PredictException(
          "version "
              + read.loaded().version()
              + " asks or answers other fields; start the queries again that call it");
    }
  }
}
