package flights.sql.statement;

import java.util.List;
import java.util.OptionalLong;

/** One statement of a file. */
public sealed interface Statement {

  /** Where it begins. */
  Place place();

  /** What a name stands for. */
  enum Kind {
    STREAM,
    TABLE,
    VIEW,
    QUERY;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A name, and where it stands. */
  record Name(String text, Place place) {}

  /**
   * A stream or a table that is on Kafka.
   *
   * @param columns as in Spark's CREATE TABLE, without the primary key
   * @param normalised the whole statement, the same for all ways to write it
   */
  record CreateSource(
      Place place,
      Kind kind,
      Name name,
      SqlText columns,
      List<Name> primaryKey,
      Options options,
      String normalised)
      implements Statement {}

  /** A query that runs on, and what it makes. */
  record CreateQuery(
      Place place, Kind kind, Name name, Options options, Select select, String normalised)
      implements Statement {}

  /** A name for a query that runs only as a part of others. */
  record CreateView(Place place, Name name, Select select, String normalised)
      implements Statement {}

  /** One more query that writes to a stream. */
  record InsertInto(Place place, Name name, Select select, String normalised)
      implements Statement {}

  /** Forgets a name, or the checkpoint of a query. */
  record Drop(Place place, Kind kind, Name name, boolean ifExists) implements Statement {}

  /** Lists what there is. */
  record Show(Place place, Kind kind) implements Statement {}

  /** Tells what a name stands for. */
  record Describe(Place place, Name name) implements Statement {}

  /** Tells how Spark would run a query. */
  record Explain(Place place, Select select) implements Statement {}

  /** Shows the messages of a topic as they are. */
  record Print(Place place, Name name, boolean fromBeginning, OptionalLong limit)
      implements Statement {}

  /** Shows the rows of a query. */
  record Look(Place place, Select select, OptionalLong limit) implements Statement {}

  /** When a query with windows tells of one: at each change, or once when it is over. */
  enum Emit {
    ANY,
    CHANGES,
    FINAL
  }

  /** A query for Spark. */
  record Select(SqlText sql, Emit emit) {}
}
