package flights.trainer.card;

import flights.core.text.Count;
import flights.trainer.evaluate.GroupScore;
import java.util.List;

/** The accuracy among the rows of each value of a column, beside that of all rows. */
final class GroupBars {

  private static final double LEFT = 64;
  private static final double LONGEST = 180;
  private static final double LINE = 19;
  private static final double TOP = 20;

  private GroupBars() {}

  static String draw(String id, String column, List<GroupScore> groups, double overall) {
    double height = TOP + groups.size() * LINE;
    Svg svg =
        new Svg(
            id,
            height + 4,
            "Accuracy by " + column,
            "A bar for each value with many rows; the line is the accuracy over all rows, "
                + Figures.percent(overall)
                + ". The table below has the numbers.");
    svg.text("tick middle", LEFT + overall * LONGEST, 12, "all " + Figures.percent(overall));
    svg.text("tick end", Svg.WIDTH, 12, "rows");
    for (int i = 0; i < groups.size(); i++) {
      bar(svg, TOP + i * LINE, groups.get(i));
    }
    svg.line("mark", LEFT + overall * LONGEST, TOP - 4, LEFT + overall * LONGEST, height);
    return svg.toString();
  }

  private static void bar(Svg svg, double y, GroupScore group) {
    String right = Figures.percent(group.accuracy());
    String tip = group.value() + ": " + right + " of " + Count.of(group.rows(), "row");
    svg.text("tick end", LEFT - 8, y + 11, Words.shorten(group.value(), 9));
    svg.rect("model soft", LEFT, y, LONGEST * group.accuracy(), LINE - 5, tip);
    svg.text("tick start", LEFT + LONGEST + 6, y + 11, right);
    svg.text("tick end", Svg.WIDTH, y + 11, Figures.count(group.rows()));
  }
}
