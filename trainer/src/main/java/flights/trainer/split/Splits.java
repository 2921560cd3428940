package flights.trainer.split;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import flights.trainer.pipeline.PipelineException;
import flights.trainer.pipeline.SplitSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The ways in which rows are held back: the last part of the period, once with all rows before it
 * to train on and once with older ones only, or chosen rows; and at random.
 */
public final class Splits {

  private static final String BY_TIME = "time split";
  private static final String CHOSEN = "split by the rows";
  private static final String AT_RANDOM = "random split";

  /** Of fewer days a model learns little but what was the matter on them. */
  private static final int LEAST_DAYS = 28;

  private final Dataset<Row> rows;
  private final SplitSpec spec;
  private final RowHash hash;

  /**
   * Splits of rows, which are cached.
   *
   * @param hash of the columns by which rows are told apart
   */
  public Splits(Dataset<Row> rows, SplitSpec spec, RowHash hash) {
    this.rows = rows;
    this.spec = spec;
    this.hash = hash;
  }

  /**
   * The most telling first.
   *
   * @param testFrom the first value of the time column that is held back; null for the last part of
   *     the rows, as the pipeline says
   * @throws PipelineException when a part would be empty
   */
  public List<Split> all(String testFrom, long seed) {
    List<Split> splits = new ArrayList<>();
    if (spec.time() != null) {
      splits.add(byTime(testFrom));
      spec.stale().forEach(days -> stale(days, testFrom).ifPresent(splits::add));
    } else if (testFrom != null) {
      throw new PipelineException(
          "--test-from needs a pipeline that splits by time; this does not");
    }
    if (spec.held() != null) {
      splits.add(chosen());
    }
    splits.add(atRandom(seed));
    return splits;
  }

  /** The names of those that a pipeline asks for. */
  public static List<String> names(SplitSpec spec) {
    if (spec.held() != null) {
      return List.of(CHOSEN, AT_RANDOM);
    }
    if (spec.time() == null) {
      return List.of(AT_RANDOM);
    }
    List<String> names = new ArrayList<>(List.of(BY_TIME));
    spec.stale().forEach(days -> names.add(Split.staleName(days)));
    names.add(AT_RANDOM);
    return names;
  }

  private Split byTime(String testFrom) {
    boolean byValues = testFrom == null && spec.last() > 0;
    String from = testFrom(testFrom);
    String which =
        byValues ? ", on the last %d values of %s".formatted(spec.last(), spec.time()) : "";
    return split(
        BY_TIME,
        "trained before " + from + ", tested from then on" + which,
        col(spec.time()).geq(time(from)));
  }

  private String testFrom(String told) {
    return told != null ? told : spec.last() > 0 ? lastValues() : lastPart();
  }

  private Column time(String value) {
    return lit(value).cast(rows.schema().apply(spec.time()).dataType());
  }

  /** Empty when the rows do not reach back so far that enough are left to train on. */
  private Optional<Split> stale(int days, String testFrom) {
    String from = testFrom(testFrom);
    Column time = col(spec.time());
    Dataset<Row> before = rows.where(time.lt(date_sub(time(from), days)));
    if (before.select(countDistinct(time)).first().getLong(0) < LEAST_DAYS) {
      return Optional.empty();
    }
    return Optional.of(
        Split.stale(
            days,
            "trained until %d days before %s, tested from then on".formatted(days, from),
            before,
            rows.where(time.geq(time(from)))));
  }

  private Split chosen() {
    return split(
        CHOSEN,
        "tested on the rows in which " + spec.held() + " is true, trained on the others",
        col(spec.held()));
  }

  private Split atRandom(long seed) {
    String share = String.format(Locale.ROOT, "%.0f%%", spec.test() * 100);
    return split(
        AT_RANDOM,
        "tested on " + share + " of the rows, chosen at random, trained on the others",
        hash.chooses(spec.test(), seed));
  }

  private Split split(String name, String description, Column held) {
    Split split =
        new Split(name, description, rows.where(not(held).or(held.isNull())), rows.where(held));
    if (split.training().isEmpty() || split.test().isEmpty()) {
      throw new PipelineException(
          "the " + name + " (" + description + ") leaves no rows to train on or to test on");
    }
    return split;
  }

  /** The first of the values that are to be held back. */
  private String lastValues() {
    Column time = col(spec.time());
    List<Row> values =
        rows.select(time)
            .where(time.isNotNull())
            .distinct()
            .orderBy(time.desc())
            .limit(spec.last() + 1)
            .collectAsList();
    if (values.size() <= spec.last()) {
      throw new PipelineException(
          "the %s holds back the last %d values of %s, and the rows have no more than %d"
              .formatted(BY_TIME, spec.last(), spec.time(), values.size()));
    }
    return String.valueOf(values.get(spec.last() - 1).get(0));
  }

  /** The first value after which no more rows follow than are to be held back. */
  private String lastPart() {
    List<Row> counts = rows.groupBy(col(spec.time()).as("t")).count().orderBy("t").collectAsList();
    long allowed = (long) (spec.test() * counts.stream().mapToLong(row -> row.getLong(1)).sum());
    int first = counts.size() - 1;
    long held = counts.get(first).getLong(1);
    while (first > 1 && held + counts.get(first - 1).getLong(1) <= allowed) {
      first--;
      held += counts.get(first).getLong(1);
    }
    return String.valueOf(counts.get(first).get(0));
  }
}
