package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code explain}: how a query finds its documents and, when asked, what it looked at. */
final class Explain {

  private static final int NOT_SUPPORTED = 115;

  private final Catalog catalog;
  private final ReadCommands commands;

  Explain(Catalog catalog, ReadCommands commands) {
    this.catalog = catalog;
    this.commands = commands;
  }

  Document run(String database, Document command, BooleanSupplier wanted) {
    Document explained = (Document) command.get("explain");
    String name = explained.keySet().iterator().next();
    String collection = String.valueOf(explained.get(name));
    boolean planOnly = "queryPlanner".equals(command.get("verbosity"));
    Source source = catalog.source(database, collection);
    Selection selection = selection(name, explained);
    Document planner =
        new Document("namespace", database + "." + collection)
            .append("indexFilterSet", false)
            .append("parsedQuery", selection.filter())
            .append("winningPlan", plan(source, name, explained, selection))
            .append("rejectedPlans", List.of());
    Document answer = new Document("explainVersion", "1").append("queryPlanner", planner);
    if (!selection.rest().isEmpty()) {
      answer.append("stages", selection.rest());
    }
    if (!planOnly && source != null) {
      answer.append("executionStats", run(database, collection, source, name, explained, wanted));
    }
    return answer.append("command", explained).append("ok", 1.0);
  }

  private static Selection selection(String name, Document command) {
    return switch (name) {
      case "find" -> Reads.selection(command);
      case "count", "distinct" ->
          new Selection(Reads.document(command, "query"), new Document(), 0, 0, List.of());
      case "aggregate" ->
          Selection.of(new Document(), Aggregation.parse(command.get("pipeline")), true);
      default ->
          throw new MongoServerError(
              NOT_SUPPORTED, "CommandNotSupported", "explain of " + name + " is not supported");
    };
  }

  private static Document plan(Source source, String name, Document command, Selection selection) {
    if (source == null) {
      return new Document("stage", "EOF");
    }
    Document filter = selection.filter();
    Plan plan =
        name.equals("count")
            ? Planner.plan(source, filter, null, false, command.get("hint"))
            : selection.plan(source, command.get("hint"));
    Document winning = plan.winningPlan(filter, selection.sort());
    if (name.equals("count") && plan.exact()) {
      return new Document("stage", plan.index() == null ? "RECORD_STORE_FAST_COUNT" : "COUNT_SCAN")
          .append("inputStage", winning);
    }
    String distinct = name.equals("distinct") ? (String) command.get("key") : groupedBy(selection);
    IndexRuns runs = distinct == null ? null : IndexRuns.of(source, filter, distinct);
    return runs == null
        ? winning
        : new Document("stage", "DISTINCT_SCAN").append("indexName", runs.indexName());
  }

  /** The field by which a group counts; null when it does more. */
  private static String groupedBy(Selection selection) {
    if (!selection.rest().isEmpty()
        && selection.rest().get(0).get("$group") instanceof Document group
        && group.get("_id") instanceof String path
        && path.startsWith("$")
        && GroupField.of(group).stream().allMatch(field -> field.constant() != null)) {
      return path.substring(1);
    }
    return null;
  }

  private Document run(
      String database,
      String collection,
      Source source,
      String name,
      Document command,
      BooleanSupplier wanted) {
    long began = System.nanoTime();
    try (Query query = commands.query(command, wanted)) {
      long returned =
          switch (name) {
            case "find" -> count(Reads.find(source, command, query));
            case "count" -> Reads.count(source, command, query);
            case "distinct" -> Reads.distinct(source, command, query).size();
            default ->
                count(
                    commands.aggregated(
                        database, collection, command, withoutWriting(command), query));
          };
      return new Document("executionSuccess", true)
          .append("nReturned", returned)
          .append("executionTimeMillis", (System.nanoTime() - began) / 1_000_000)
          .append("totalKeysExamined", query.keys())
          .append("totalDocsExamined", query.documents());
    }
  }

  private static List<Document> withoutWriting(Document command) {
    List<Document> pipeline = Aggregation.parse(command.get("pipeline"));
    return ReadCommands.writes(command) ? pipeline.subList(0, pipeline.size() - 1) : pipeline;
  }

  private static long count(Iterator<Document> documents) {
    long count = 0;
    for (; documents.hasNext(); count++) {
      documents.next();
    }
    return count;
  }
}
