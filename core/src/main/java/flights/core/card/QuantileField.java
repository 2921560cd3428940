package flights.core.card;

import java.math.BigDecimal;

/**
 * A field that holds a quantile.
 *
 * @param level from 0 to 1
 */
public record QuantileField(double level, String field) {

  /** P10 for 0.1. */
  public String name() {
    return "P" + BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
