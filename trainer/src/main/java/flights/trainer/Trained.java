package flights.trainer;

import flights.core.card.ModelCard;
import flights.core.registry.ModelVersion;
import flights.trainer.gate.Verdict;

/**
 * A new version and what is told about it.
 *
 * @param promoted whether it is the champion now
 */
record Trained(ModelVersion version, ModelCard card, Verdict verdict, boolean promoted) {}
