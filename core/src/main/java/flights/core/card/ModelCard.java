package flights.core.card;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told about a trained model, as {@code card.json} of its package and the registry keep it.
 *
 * @param commit of the program that trained it; null when that is not known
 * @param label the column that is predicted; null in a card of before
 * @param unit of a predicted number, in words; null when it has none
 * @param splits how rows were held back and what came of it, the most telling first; the registry's
 *     metrics are those of the first
 * @param stages of the pipeline that is served, in their order; empty in a card of before
 * @param fitted what the stages have learnt, as far as it can be read
 * @param answer which field of an answer holds what; null in a card of before
 * @param verdict why it became the champion, or why not
 * @param better whether it was better than the champion of that time; null when that is not known
 * @param comparedWith the champion of that time; null when there was none
 * @param judged kept rows of the first split; null in a card of before
 * @param notes for people, whole sentences
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ModelCard(
    String name,
    String version,
    Instant trainedAt,
    String commit,
    long seed,
    Task task,
    String label,
    String unit,
    CardData data,
    List<CardFeature> features,
    List<CardSplit> splits,
    List<CardStage> stages,
    List<FittedStage> fitted,
    AnswerFields answer,
    String verdict,
    Boolean better,
    String comparedWith,
    JudgedRows judged,
    List<String> notes) {

  public ModelCard {
    task = task == null ? Task.CLASSIFICATION : task;
    features = NoNulls.list(features);
    splits = NoNulls.list(splits);
    stages = NoNulls.list(stages);
    fitted = NoNulls.list(fitted);
    notes = NoNulls.list(notes);
  }

  /** What came of holding those very rows back in a split of this name, if that was done. */
  public Optional<CardSplit> evaluatedOn(String split, String fingerprint) {
    return splits.stream()
        .filter(it -> it.name().equals(split) && fingerprint.equals(it.fingerprint()))
        .findFirst();
  }

  /** The metrics of the first split; empty without one. */
  public Map<String, Double> metrics() {
    return splits.isEmpty() ? Map.of() : splits.get(0).model().evaluation().metrics();
  }

  public Map<String, Object> toMap() {
    return Json.mapper().convertValue(this, new TypeReference<Map<String, Object>>() {});
  }

  /** Also of one that was written before; throws IllegalArgumentException when it is no card. */
  public static ModelCard of(Map<String, Object> card) {
    return Json.mapper()
        .convertValue(EarlierCards.renewed(Json.mapper().valueToTree(card)), ModelCard.class);
  }
}
