package flights.trainer.split;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Collection;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A number from 0 up to {@link #RANGE} of each row. It depends on nothing but the row's values: not
 * on its place or partition, so that the same data and seed always give the same choice.
 *
 * @param columns whose values count
 */
public record RowHash(Collection<String> columns) {

  static final long RANGE = 1_000_000;

  /** True for about such a share of the rows. */
  public Column chooses(double share, long seed) {
    return pmod(of(lit(seed)), lit(RANGE)).lt(share * RANGE);
  }

  /** The same for the same rows in any order, and hardly ever for others. */
  public String fingerprint(Dataset<Row> rows) {
    Row sums =
        rows.select(pmod(of(lit(0L)), lit(1L << 31)).as("hash"))
            .selectExpr("count(*)", "coalesce(sum(hash), 0)")
            .first();
    return sums.getLong(0) + "-" + Long.toHexString(sums.getLong(1));
  }

  private Column of(Column seed) {
    return xxhash64(
        Stream.concat(Stream.of(seed), columns.stream().map(name -> col("`" + name + "`")))
            .toArray(Column[]::new));
  }
}
