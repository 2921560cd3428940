package flights.predictor.answer;

import flights.core.contract.ModelConfig;
import flights.core.kafka.KafkaAccess;
import flights.core.settings.Settings;
import flights.core.store.StoreAccess;
import java.io.Serializable;

/**
 * Where the answers of a model go: sent to the executors, where the clients are opened.
 *
 * @param model by whose name Kafka is told how far its requests are answered
 * @param collection null when answers are only sent, as is errorCollection
 */
public record AnswerTarget(
    String model,
    KafkaAccess kafka,
    StoreAccess store,
    String collection,
    String errorCollection,
    String responseTopic,
    String errorTopic)
    implements Serializable {

  public static AnswerTarget of(Settings settings, ModelConfig model) {
    boolean stored = settings.answersStored();
    return new AnswerTarget(
        model.name(),
        KafkaAccess.of(settings),
        StoreAccess.of(settings),
        stored ? model.collection() : null,
        stored ? model.errorCollection() : null,
        model.responseTopic(),
        model.errorTopic());
  }

  /** Whether answers are stored, not only sent. */
  public boolean isStored() {
    return collection != null;
  }
}
