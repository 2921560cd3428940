package flights.trainer.card;

import flights.trainer.evaluate.ClassScore;
import flights.trainer.evaluate.Evaluation;
import flights.trainer.evaluate.GroupScore;
import flights.trainer.evaluate.ReliabilityBin;
import flights.trainer.evaluate.Trial;
import java.util.List;
import java.util.stream.Stream;

/** A card's figures as the tables of its page. */
final class Tables {

  private static final Measure[] MEASURES = Measure.values();

  private Tables() {}

  static Table trials(CardSplit split) {
    String[] headings =
        Stream.concat(Stream.of("Model"), Stream.of(MEASURES).map(Measure::title))
            .toArray(String[]::new);
    Table table = new Table("The model and the baselines; ★ marks the best", headings);
    for (Trial trial : split.trials()) {
      table.row(trial.name(), figures(trial, split.trials()));
    }
    return table;
  }

  static Table reliability(Evaluation evaluation) {
    Table table = new Table("Confidence against truth", "Sure by", "rows", "mean", "right");
    for (ReliabilityBin bin : evaluation.reliability()) {
      table.row(
          Figures.wholePercent(bin.from()) + " to " + Figures.wholePercent(bin.to()),
          Figures.count(bin.rows()),
          Figures.decimals(bin.confidence(), 3),
          Figures.decimals(bin.accuracy(), 3));
    }
    return table;
  }

  static Table classes(Evaluation evaluation) {
    Table table =
        new Table("How well each class is found", "Class", "rows", "precision", "recall", "F1");
    for (ClassScore score : evaluation.classes()) {
      table.row(
          score.name(),
          Figures.count(score.rows()),
          Figures.decimals(score.precision(), 3),
          Figures.decimals(score.recall(), 3),
          Figures.decimals(score.f1(), 3));
    }
    return table;
  }

  static Table confusion(Evaluation evaluation) {
    List<String> names = evaluation.classes().stream().map(ClassScore::name).toList();
    String[] headings = Stream.concat(Stream.of("Truly"), names.stream()).toArray(String[]::new);
    Table table = new Table("Rows by true class, and by what they were taken for", headings);
    for (int k = 0; k < names.size(); k++) {
      table.row(names.get(k), evaluation.confusion().get(k).stream().map(Figures::count).toList());
    }
    return table;
  }

  static Table groups(String column, List<GroupScore> groups) {
    Table table =
        new Table(
            "By " + column,
            column,
            "rows",
            "accuracy",
            "F1",
            "log loss",
            "Brier",
            "ECE",
            "MAE min",
            "p10-p90");
    for (GroupScore group : groups) {
      table.row(
          group.value(),
          Figures.count(group.rows()),
          Figures.decimals(group.accuracy(), 3),
          Figures.decimals(group.weightedF1(), 3),
          Figures.decimals(group.logLoss(), 3),
          Figures.decimals(group.brier(), 3),
          Figures.decimals(group.ece(), 3),
          Figures.decimals(group.mae(), 1),
          Figures.decimals(group.coverage(), 3));
    }
    return table;
  }

  static Table features(List<CardFeature> features) {
    Table table = new Table("What the model looks at", "Feature", "importance");
    features.forEach(f -> table.row(f.name(), Figures.decimals(f.importance(), 3)));
    return table;
  }

  private static List<String> figures(Trial trial, List<Trial> all) {
    return Stream.of(MEASURES)
        .map(m -> (m.isBest(trial, all) ? "★ " : "") + m.text(trial))
        .toList();
  }
}
