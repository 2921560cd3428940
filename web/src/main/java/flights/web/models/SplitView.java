package flights.web.models;

import flights.core.card.CardMetric;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.Evaluation;
import flights.core.card.GroupScore;
import java.util.List;
import java.util.Map;

/**
 * One way to hold rows back, as the page of a version shows it.
 *
 * @param metrics that any of the trials has
 */
public record SplitView(CardSplit split, List<CardMetric> metrics) {

  static SplitView of(CardSplit split) {
    return new SplitView(split, CardMetric.in(split.figures()));
  }

  public Evaluation own() {
    return split.model().evaluation();
  }

  public String figure(CardTrial trial, CardMetric metric) {
    return metric.text(metric.value(trial.evaluation().metrics()));
  }

  public boolean isBest(CardTrial trial, CardMetric metric) {
    return metric.isBest(trial.evaluation().metrics(), split.figures());
  }

  /** Those that the groups of rows have. */
  public List<CardMetric> groupMetrics(List<GroupScore> groups) {
    List<Map<String, Double>> figures = groups.stream().map(GroupScore::metrics).toList();
    return CardMetric.in(figures);
  }

  /** How dark a cell of the confusion is, from 0 to 9, by its share of the true class. */
  public int shade(int truth, int predicted) {
    List<Long> row = own().confusion().get(truth);
    long all = row.stream().mapToLong(it -> it).sum();
    return all == 0 ? 0 : (int) Math.min(9, 10 * row.get(predicted) / all);
  }

  /** Whether the true and the predicted classes can be set against each other. */
  public boolean hasConfusion() {
    return !own().confusion().isEmpty() && own().confusion().size() == own().classes().size();
  }
}
