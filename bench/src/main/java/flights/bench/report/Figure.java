package flights.bench.report;

/**
 * One measured value.
 *
 * @param group what it is a figure of, such as {@code POST to answer}
 * @param name which figure of it, such as {@code p99}
 * @param unit such as {@code ms}; empty for a plain number
 */
public record Figure(String group, String name, double value, String unit) {

  boolean isSameAs(Figure other) {
    return group.equals(other.group) && name.equals(other.name) && unit.equals(other.unit);
  }
}
