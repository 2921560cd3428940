package flights.sql.statement;

import flights.sql.statement.Statement.Kind;
import flights.sql.statement.Statement.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a stream or a table, in brackets.
 *
 * @param columns without the primary key
 */
record ColumnList(SqlText columns, List<Name> primaryKey) {

  static ColumnList read(TokenCursor in, Kind kind) {
    Place place = in.peek().place();
    in.expect("(");
    int from = in.position();
    int to = from;
    List<Name> key = List.of();
    do {
      if (in.takes("PRIMARY", "KEY")) {
        key = names(in);
      } else {
        to = column(in);
      }
    } while (in.takes(","));
    in.expect(")");
    if (kind == Kind.TABLE && key.isEmpty()) {
      throw new SqlFault(
          place, "a table needs to know what a row is found by: PRIMARY KEY (column) at the end");
    }
    if (kind == Kind.STREAM && !key.isEmpty()) {
      throw new SqlFault(
          key.get(0).place(), "a stream has no primary key; CREATE TABLE makes what has one");
    }
    return new ColumnList(in.part(from, to), key);
  }

  /** Returns where the column ends. */
  private static int column(TokenCursor in) {
    Name name = in.name("the name of a column");
    int depth = 0;
    int from = in.position();
    while (!in.atEnd() && (depth > 0 || !(in.sees(",") || in.sees(")")))) {
      Token token = in.take();
      depth += token.is("(") || token.is("<") ? 1 : token.is(")") || token.is(">") ? -1 : 0;
    }
    if (in.position() == from) {
      throw new SqlFault(name.place(), "the column " + name.text() + " has no type");
    }
    return in.position();
  }

  private static List<Name> names(TokenCursor in) {
    in.expect("(");
    List<Name> names = new ArrayList<>();
    do {
      names.add(in.name("the name of a column"));
    } while (in.takes(","));
    in.expect(")");
    return names;
  }
}
