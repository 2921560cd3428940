package flights.sql.statement;

import flights.core.text.ClosestName;
import flights.sql.statement.Statement.Emit;
import flights.sql.statement.Statement.Kind;
import flights.sql.statement.Statement.Name;
import flights.sql.statement.Statement.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the statements of a file; what is inside a query is left to Spark. */
public final class StatementParser {

  private static final List<String> FIRST_WORDS =
      List.of("CREATE", "INSERT", "SELECT", "WITH", "DROP", "SHOW", "DESCRIBE", "EXPLAIN", "PRINT");

  private final TokenCursor in;
  private int start;

  private StatementParser(String file, String text) {
    this.in = new TokenCursor(file, text);
  }

  /** Throws {@link SqlFault}. */
  public static List<Statement> parse(String file, String text) {
    StatementParser parser = new StatementParser(file, text);
    List<Statement> statements = new ArrayList<>();
    while (!parser.in.atEnd()) {
      if (!parser.in.takes(";")) {
        statements.add(parser.statement());
        parser.end();
      }
    }
    return statements;
  }

  private void end() {
    if (!in.atEnd()) {
      in.expect(";");
    }
  }

  private Statement statement() {
    start = in.position();
    Token first = in.peek();
    Place place = first.place();
    if (in.sees("SELECT") || in.sees("WITH")) {
      Select select = select(true);
      return new Statement.Look(place, select, in.limit());
    }
    return switch (in.oneOf(FIRST_WORDS)) {
      case "CREATE" -> create(place);
      case "INSERT" -> insert(place);
      case "DROP" -> drop(place);
      case "SHOW" -> show(place);
      case "DESCRIBE" -> new Statement.Describe(place, in.name("a name"));
      case "EXPLAIN" -> new Statement.Explain(place, select(false));
      default -> print(place);
    };
  }

  private Statement create(Place place) {
    in.takes("OR", "REPLACE");
    Kind kind = Kind.valueOf(in.oneOf(List.of("STREAM", "TABLE", "VIEW")));
    Name name = in.name("the name of the " + kind.word());
    if (kind == Kind.VIEW) {
      in.expect("AS");
      Select select = select(false);
      return new Statement.CreateView(place, name, select, in.normalised(start));
    }
    if (in.sees("(")) {
      ColumnList columns = ColumnList.read(in, kind);
      Options options = options(place, Options.SOURCE);
      return new Statement.CreateSource(
          place,
          kind,
          name,
          columns.columns(),
          columns.primaryKey(),
          options,
          in.normalised(start));
    }
    Options options = options(place, Options.SINK);
    in.expect("AS");
    Select select = select(true);
    return new Statement.CreateQuery(place, kind, name, options, select, in.normalised(start));
  }

  private Statement insert(Place place) {
    in.expect("INTO");
    Name name = in.name("the name of a stream");
    Select select = select(true);
    return new Statement.InsertInto(place, name, select, in.normalised(start));
  }

  private Statement drop(Place place) {
    Kind kind = Kind.valueOf(in.oneOf(List.of("STREAM", "TABLE", "VIEW", "QUERY")));
    boolean ifExists = in.takes("IF", "EXISTS");
    return new Statement.Drop(place, kind, in.name("the name of the " + kind.word()), ifExists);
  }

  private Statement show(Place place) {
    String what = in.oneOf(List.of("STREAMS", "TABLES", "VIEWS", "QUERIES"));
    String kind = what.equals("QUERIES") ? "QUERY" : what.substring(0, what.length() - 1);
    return new Statement.Show(place, Kind.valueOf(kind));
  }

  private Statement print(Place place) {
    Name name = in.name("the name of a stream or a table");
    boolean fromBeginning = in.takes("FROM", "BEGINNING");
    OptionalLong limit = in.limit();
    return new Statement.Print(place, name, fromBeginning, limit);
  }

  private Select select(boolean mayEmit) {
    if (!in.sees("SELECT") && !in.sees("WITH")) {
      throw TokenCursor.fault(in.peek(), "SELECT", "");
    }
    int from = in.position();
    in.skipTo("EMIT");
    SqlText sql = in.part(from, in.position());
    if (!mayEmit || !in.takes("EMIT")) {
      return new Select(sql, Emit.ANY);
    }
    return new Select(sql, Emit.valueOf(in.oneOf(List.of("CHANGES", "FINAL"))));
  }

  private Options options(Place place, List<String> known) {
    Map<String, Options.Value> values = new LinkedHashMap<>();
    if (in.takes("WITH")) {
      in.expect("(");
      do {
        option(known, values);
      } while (in.takes(","));
      in.expect(")");
    }
    return new Options(place, values);
  }

  private void option(List<String> known, Map<String, Options.Value> values) {
    Token token = in.take();
    String name = token.normalised();
    if (!known.contains(name)) {
      throw new SqlFault(
          token.place(),
          "there is no option %s; there are: %s%s"
              .formatted(name, String.join(", ", known), ClosestName.hint(name, known)));
    }
    in.expect("=");
    Token value = in.textOrNumber();
    if (values.put(name, new Options.Value(value.text(), value.place())) != null) {
      throw new SqlFault(token.place(), "the option " + name + " is given twice");
    }
  }
}
