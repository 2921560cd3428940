package flights.core.tracker;

import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.FeatureWeight;
import flights.core.card.FittedStage;
import flights.core.card.ModelCard;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a card, as SVG files by name: each metric beside the baselines', and what counts.
 */
final class RunCharts {

  private static final int MOST_BARS = 20;
  private static final int ROW = 22;
  private static final int WIDTH = 640;
  private static final int LABELS = 260;
  private static final int FULL_BAR = 300;

  private RunCharts() {}

  static Map<String, String> of(ModelCard card) {
    Map<String, String> charts = new LinkedHashMap<>();
    if (!card.splits().isEmpty()) {
      CardSplit split = card.splits().get(0);
      for (String metric : card.metrics().keySet()) {
        charts.put("metric-" + metric, bars(split.name() + ": " + metric, trials(split, metric)));
      }
    }
    for (int i = 0; i < card.fitted().size(); i++) {
      FittedStage stage = card.fitted().get(i);
      if (!stage.importances().isEmpty()) {
        charts.put("importances-" + (i + 1), bars(stage.stage(), importances(stage)));
      }
    }
    return charts;
  }

  private static Map<String, Double> trials(CardSplit split, String metric) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (CardTrial trial : split.trials()) {
      Double value = trial.evaluation().metrics().get(metric);
      if (value != null && values.size() < MOST_BARS) {
        values.put(trial.name(), value);
      }
    }
    return values;
  }

  private static Map<String, Double> importances(FittedStage stage) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (FeatureWeight weight : stage.importances()) {
      if (values.size() < MOST_BARS && !weight.values().isEmpty()) {
        values.put(weight.feature(), weight.values().get(0));
      }
    }
    return values;
  }

  private static String bars(String title, Map<String, Double> values) {
    double most = values.values().stream().mapToDouble(Math::abs).max().orElse(0);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(WIDTH, ROW * (values.size() + 2)));
    svg.append("<text x=\"8\" y=\"16\" font-weight=\"bold\">%s</text>\n".formatted(safe(title)));
    int y = ROW;
    for (Map.Entry<String, Double> bar : values.entrySet()) {
      double width = most == 0 ? 0 : FULL_BAR * Math.abs(bar.getValue()) / most;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"8\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\""
                  + " fill=\"#3b6ea5\"/><text x=\"%.1f\" y=\"%d\">%.4g</text>\n",
              y + 14,
              safe(bar.getKey()),
              LABELS,
              y + 3,
              width,
              LABELS + width + 6,
              y + 14,
              bar.getValue()));
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
