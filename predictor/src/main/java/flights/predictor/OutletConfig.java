package flights.predictor;

import flights.core.contract.ModelConfig;
import flights.core.kafka.KafkaAccess;
import flights.core.settings.Settings;
import flights.core.store.StoreAccess;
import java.io.Serializable;

/** Where predictions go: sent to the executors, where the clients are opened. */
record OutletConfig(
    KafkaAccess kafka,
    StoreAccess store,
    String collection,
    String errorCollection,
    String responseTopic,
    String errorTopic,
    String progressGroup)
    implements Serializable {

  /** Whether answers are stored, not only sent. */
  boolean isStored() {
    return collection != null;
  }

  static OutletConfig of(Settings settings, ModelConfig model) {
    return new OutletConfig(
        KafkaAccess.of(settings),
        StoreAccess.of(settings),
        settings.answersStored() ? model.collection() : null,
        settings.answersStored() ? model.errorCollection() : null,
        model.responseTopic(),
        model.errorTopic(),
        model.name());
  }
}
