package flights.sql.statement;

/**
 * A part of a file that is Spark's to read.
 *
 * @param padded the part, with blanks before it, so that Spark counts lines and columns as the file
 *     does
 */
public record SqlText(Place place, String padded) {

  static SqlText of(Place place, String part) {
    return new SqlText(
        place, "\n".repeat(place.line() - 1) + " ".repeat(place.column() - 1) + part);
  }
}
