package flights.trainer.card;

import flights.trainer.evaluate.Evaluation;
import java.util.stream.Collectors;

/** The part of a card's page on one split: tables and drawings. */
final class SplitSection {

  private final String id;
  private final CardSplit split;
  private final Evaluation evaluation;

  /**
   * A part of the page.
   *
   * @param id no other part of the page has it
   */
  SplitSection(String id, CardSplit split) {
    this.id = id;
    this.split = split;
    this.evaluation = split.model().evaluation();
  }

  @Override
  public String toString() {
    return """
    <section aria-labelledby="%s">
    <h2 id="%s">%s</h2>
    <p class="quiet">%s</p>
    %s
    <div class="charts">
    %s%s%s%s</div>
    </section>
    """
        .formatted(
            id,
            id,
            Html.escape(split.name()),
            Html.escape(split.description()),
            Tables.trials(split),
            figure("Beside the baselines", BaselineBars.draw(id + "-baselines", split), ""),
            figure(
                "Is it as right as it is sure?",
                ReliabilityDiagram.draw(id + "-reliability", evaluation),
                Tables.reliability(evaluation).toString()),
            figure(
                "What is taken for what?",
                ConfusionMap.draw(id + "-confusion", evaluation),
                Tables.classes(evaluation).toString() + Tables.confusion(evaluation)),
            groups());
  }

  private String groups() {
    return evaluation.groups().entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(
            group ->
                figure(
                    "Accuracy by " + group.getKey(),
                    GroupBars.draw(
                        id + "-" + group.getKey().replaceAll("[^A-Za-z0-9]", "-"),
                        group.getKey(),
                        group.getValue(),
                        evaluation.accuracy()),
                    Tables.groups(group.getKey(), group.getValue()).toString()))
        .collect(Collectors.joining());
  }

  private static String figure(String caption, String drawing, String tables) {
    String numbers =
        tables.isEmpty() ? "" : "<details><summary>The numbers</summary>" + tables + "</details>";
    return "<figure>\n<figcaption>%s</figcaption>\n%s%s</figure>\n"
        .formatted(Html.escape(caption), drawing, numbers);
  }
}
