package flights.sql.query;

import flights.core.text.ClosestName;
import flights.sql.source.MessageFormat;
import flights.sql.source.Relation;
import flights.sql.statement.Options;
import flights.sql.statement.Place;
import flights.sql.statement.SqlFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/**
 * Where the rows of a query go.
 *
 * @param topic null when they go to none; as are collection and path
 * @param format how messages of the topic hold rows
 * @param key the columns by which a row replaces an earlier one
 * @param newest of the rows of a batch with one key, that with the largest value in this column is
 *     written alone; null for all
 * @param trigger how often a batch begins; zero for at once
 */
public record Target(
    String topic,
    MessageFormat format,
    String collection,
    String path,
    boolean console,
    List<String> key,
    String newest,
    Duration trigger) {

  private static final Pattern TRIGGER = Pattern.compile("(\\d{1,6}) *(seconds?|minutes?)");

  public Target {
    key = List.copyOf(key);
  }

  /** To a topic alone. */
  static Target ofTopic(Relation relation) {
    return new Target(
        relation.topic(),
        relation.format(),
        null,
        null,
        false,
        relation.key(),
        null,
        Duration.ZERO);
  }

  /** Throws {@link SqlFault} when the options do not go together. */
  static Target of(Options options, String name, StructType columns) {
    String path = options.text("path").orElse(null);
    String collection = options.text("collection").orElse(null);
    boolean console = options.oneOf("console", List.of("false", "true")).equals("true");
    boolean elsewhere = path != null || collection != null || console;
    Target target =
        new Target(
            options.text("topic").orElse(elsewhere ? null : name),
            MessageFormat.of(options, columns),
            collection,
            path,
            console,
            options.names("key"),
            options.text("newest").orElse(null),
            trigger(options));
    target.requireWhole(options, columns);
    return target;
  }

  private void requireWhole(Options options, StructType columns) {
    if (path != null && (topic != null || collection != null || console)) {
      throw new SqlFault(
          options.place("path"), "files go alone: INSERT INTO or a second query goes elsewhere");
    }
    if (collection != null && key.isEmpty()) {
      throw new SqlFault(
          options.place("collection"),
          "a collection needs key = 'column, ...': by it a row replaces an earlier one");
    }
    if (newest != null && (key.isEmpty() || path != null)) {
      throw new SqlFault(
          options.place("newest"), "newest goes with key: it chooses among the rows of a key");
    }
    requireWritable(options, columns);
    key.forEach(column -> requireColumn(column, options.place("key"), columns));
    if (newest != null) {
      requireColumn(newest, options.place("newest"), columns);
    }
  }

  private static void requireColumn(String column, Place place, StructType columns) {
    List<String> known = List.of(columns.fieldNames());
    if (!known.contains(column)) {
      throw new SqlFault(
          place, "the query has no column " + column + ClosestName.hint(column, known));
    }
  }

  private void requireWritable(Options options, StructType columns) {
    if (options.text("format").isPresent() && topic == null) {
      throw new SqlFault(options.place("format"), "format is for messages, and goes with topic");
    }
    String fault = format.unwritable(columns);
    if (fault != null) {
      throw new SqlFault(options.place("format"), fault);
    }
  }

  private static Duration trigger(Options options) {
    String text = options.text("trigger").orElse("0 seconds").toLowerCase(Locale.ROOT);
    Matcher parts = TRIGGER.matcher(text);
    if (!parts.matches()) {
      throw new SqlFault(options.place("trigger"), "'" + text + "' is no time such as '5 seconds'");
    }
    long number = Long.parseLong(parts.group(1));
    return parts.group(2).startsWith("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
  }

  /** In words. */
  public String described() {
    List<String> parts = new ArrayList<>();
    if (topic != null) {
      parts.add("the topic " + topic);
    }
    if (collection != null) {
      parts.add("the collection " + collection);
    }
    if (path != null) {
      parts.add("files in " + path);
    }
    if (console) {
      parts.add("the console");
    }
    return String.join(" and ", parts);
  }
}
