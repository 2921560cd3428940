package flights.trainer;

import flights.core.card.ModelCard;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.trainer.gate.Verdict;
import java.util.Objects;
import java.util.Optional;

/** The end of a training whose process was killed when its version was registered already. */
final class MadeBefore {

  private final ModelRegistry registry;

  MadeBefore(ModelRegistry registry) {
    this.registry = registry;
  }

  /**
   * Makes the version the champion if that was still to be done. Returns what is to be told of it;
   * empty when it is not registered.
   */
  Optional<String> end(TrainOptions options) {
    if (registry.version(options.name(), options.version()).isEmpty()) {
      return Optional.empty();
    }
    ModelCard card =
        registry.card(options.name(), options.version()).map(ModelCard::of).orElseThrow();
    Verdict verdict =
        new Verdict(Boolean.TRUE.equals(card.better()), card.comparedWith(), card.verdict());
    String champion = registry.champion(options.name()).map(Champion::version).orElse(null);
    boolean promoted = options.version().equals(champion);
    // A champion that has changed since was changed by somebody who has decided otherwise.
    if (!promoted
        && options.promotion().follows(verdict)
        && Objects.equals(champion, verdict.champion())) {
      registry.promote(options.name(), options.version(), verdict.reason());
      promoted = true;
    }
    return Optional.of(Job.words(promoted, verdict.reason()));
  }
}
