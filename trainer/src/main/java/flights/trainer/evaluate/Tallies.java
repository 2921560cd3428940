package flights.trainer.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The tally of all rows, and one for each value of each group column. */
final class Tallies implements Serializable {

  private static final long serialVersionUID = 1;

  private final int classes;
  private final Said said;
  private final Tally whole;
  private final ArrayList<HashMap<String, Tally>> groups = new ArrayList<>();
  private long unusable;

  Tallies(int classes, int groupColumns, Said said) {
    this.classes = classes;
    this.said = said;
    this.whole = new Tally(classes, said);
    for (int i = 0; i < groupColumns; i++) {
      groups.add(new HashMap<>());
    }
  }

  Tallies addAll(Iterator<Row> rows) {
    RowReader reader = new RowReader(said);
    while (rows.hasNext()) {
      Row row = rows.next();
      ScoredRow scored = reader.read(row);
      if (scored == null || !scored.sound(classes)) {
        unusable++;
      } else {
        add(row, scored);
      }
    }
    return this;
  }

  Tallies merge(Tallies other) {
    whole.merge(other.whole);
    unusable += other.unusable;
    for (int i = 0; i < groups.size(); i++) {
      Map<String, Tally> mine = groups.get(i);
      other.groups.get(i).forEach((value, tally) -> tally(mine, value).merge(tally));
    }
    return this;
  }

  Tally whole() {
    return whole;
  }

  List<? extends Map<String, Tally>> groups() {
    return groups;
  }

  /** Rows without a label, a prediction or sound probabilities; they are in no tally. */
  long unusable() {
    return unusable;
  }

  private void add(Row row, ScoredRow scored) {
    whole.add(scored);
    for (int i = 0; i < groups.size(); i++) {
      tally(groups.get(i), RowReader.group(row, i)).add(scored);
    }
  }

  private Tally tally(Map<String, Tally> group, String value) {
    return group.computeIfAbsent(value, v -> new Tally(classes, said));
  }
}
