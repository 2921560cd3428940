package flights.trainer;

import flights.core.registry.ModelVersion;
import flights.trainer.card.ModelCard;
import flights.trainer.gate.Verdict;

/** A new version, what is told about it, and whether it is the champion. */
record Trained(ModelVersion version, ModelCard card, Verdict verdict) {}
