package flights.sql.source;

import flights.core.text.ClosestName;
import flights.model.predict.PredictException;
import flights.sql.statement.Place;
import flights.sql.statement.SqlFault;
import flights.sql.statement.SqlText;
import flights.sql.statement.VersionMissingFault;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark says of a query, in one line with its place in the file. */
public final class SparkFaults {

  /** {@code [CLASS.OF.ERROR]} before, and {@code SQLSTATE: 42703} with the position behind. */
  private static final Pattern NOISE =
      Pattern.compile("^\\[[A-Z_0-9.]+] *| *SQLSTATE: \\w+.*$|; *line \\d+ pos \\d+.*$");

  private static final Pattern NAME = Pattern.compile("`([^`]+)`(?!.*`)");

  private final SparkSession spark;

  SparkFaults(SparkSession spark) {
    this.spark = spark;
  }

  /** Throws {@link SqlFault} in place of what Spark throws. */
  <T> T in(SqlText sql, Collection<String> relations, Callable<T> work) {
    try {
      return work.call();
    } catch (PredictException e) {
      Place place = place(sql, e.line(), e.position());
      throw e.isVersionMissing()
          ? new VersionMissingFault(place, e.getMessage())
          : new SqlFault(place, e.getMessage());
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (e instanceof AnalysisException analysis) {
        throw new SqlFault(
            place(sql, number(analysis.line()), number(analysis.startPosition())),
            line(analysis) + hint(analysis, relations));
      }
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  private String hint(AnalysisException e, Collection<String> relations) {
    return switch (String.valueOf(e.getCondition())) {
      case "TABLE_OR_VIEW_NOT_FOUND" -> ClosestName.hint(named(e, "relationName"), relations);
      case "UNRESOLVED_ROUTINE" -> ClosestName.hint(named(e, "routineName"), functions());
      default -> "";
    };
  }

  private static String named(AnalysisException e, String parameter) {
    Matcher name = NAME.matcher(e.getMessageParameters().getOrDefault(parameter, ""));
    return name.find() ? name.group(1) : "";
  }

  private Collection<String> functions() {
    return CollectionConverters.asJava(
            ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .functionRegistry()
                .listFunction())
        .stream()
        .map(it -> it.funcName())
        .toList();
  }

  private static String line(AnalysisException e) {
    String condition = String.valueOf(e.getCondition());
    if (condition.equals("TABLE_OR_VIEW_NOT_FOUND")) {
      return "there is no stream, table or view " + named(e, "relationName");
    }
    if (condition.equals("UNRESOLVED_ROUTINE")) {
      return "there is no function " + named(e, "routineName");
    }
    return words(e);
  }

  /** What Spark says, without its names for it. */
  public static String words(AnalysisException e) {
    String first = e.getMessage().strip().lines().findFirst().orElse("Spark cannot run it");
    return NOISE.matcher(first).replaceAll("").strip();
  }

  private static Place place(SqlText sql, int line, int position) {
    return line < sql.place().line()
        ? sql.place()
        : new Place(sql.place().file(), line, position + 1);
  }

  private static int number(Option<Object> option) {
    return option.isDefined() ? (Integer) option.get() : -1;
  }
}
