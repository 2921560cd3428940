package flights.standalone.store.query;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** The commands that read. */
public final class ReadCommands {

  private static final Set<String> NAMES =
      Set.of("find", "count", "distinct", "aggregate", "getmore", "killcursors", "explain");
  private static final Set<String> WRITE = Set.of("$out", "$merge");
  private static final int NOT_SUPPORTED = 40573;
  private static final int NOT_LAST = 40601;

  private final Catalog catalog;
  private final QueryMemory memory;
  private final Cursors cursors;

  public ReadCommands(Catalog catalog, QueryMemory memory, Cursors cursors) {
    this.catalog = catalog;
    this.memory = memory;
    this.cursors = cursors;
    memory.makeRoomBy(cursors::makeRoom);
  }

  public static boolean has(String command) {
    return NAMES.contains(command.toLowerCase(Locale.ROOT));
  }

  /** Whether an aggregation writes what it makes into a collection. */
  public static boolean writes(Document command) {
    return command.get("pipeline") instanceof List<?> stages
        && stages.stream()
            .anyMatch(
                stage ->
                    stage instanceof Document fields
                        && WRITE.stream().anyMatch(fields::containsKey));
  }

  /**
   * Runs a command and gives its answer.
   *
   * @param wanted whether the client is still there
   */
  public Document run(String database, String name, Document command, BooleanSupplier wanted) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "find" -> find(database, (String) command.get(name), command, wanted);
      case "aggregate" -> aggregate(database, command.get(name), command, wanted);
      case "count" -> count(database, (String) command.get(name), command, wanted);
      case "distinct" -> distinct(database, (String) command.get(name), command, wanted);
      case "getmore" -> getMore(((Number) command.get(name)).longValue(), command, wanted);
      case "killcursors" -> kill(command);
      default -> new Explain(catalog, this).run(database, command, wanted);
    };
  }

  Query query(Document command, BooleanSupplier wanted) {
    return new Query(memory, Reads.number(command, "maxTimeMS"), wanted);
  }

  private Document find(
      String database, String collection, Document command, BooleanSupplier wanted) {
    boolean single =
        Boolean.TRUE.equals(command.get("singleBatch")) || Reads.number(command, "limit") < 0;
    return answer(
        database + "." + collection,
        query(command, wanted),
        command,
        single,
        query -> {
          Source source = catalog.source(database, collection);
          return source == null ? Collections.emptyIterator() : Reads.find(source, command, query);
        });
  }

  private Document aggregate(
      String database, Object collection, Document command, BooleanSupplier wanted) {
    if (Boolean.TRUE.equals(command.get("explain"))) {
      return new Explain(catalog, this).run(database, new Document("explain", command), wanted);
    }
    List<Document> pipeline = Aggregation.parse(command.get("pipeline"));
    check(pipeline, collection);
    return answer(
        database + "." + collection,
        query(command, wanted),
        Reads.document(command, "cursor"),
        false,
        query -> aggregated(database, (String) collection, command, pipeline, query));
  }

  Iterator<Document> aggregated(
      String database, String collection, Document command, List<Document> pipeline, Query query) {
    MongoDatabase found = catalog.resolve(database);
    Source source = catalog.source(database, collection);
    PipelineReader reader = new PipelineReader(catalog, found, collection, query);
    if (source == null) {
      // Stages that make no sense are refused all the same.
      reader.read(pipeline);
      return Collections.emptyIterator();
    }
    if (!pipeline.isEmpty() && pipeline.get(0).containsKey("$collStats")) {
      Document stats =
          new Document("ns", source.fullName()).append("count", source.documentCount());
      return reader
          .read(pipeline.subList(1, pipeline.size()))
          .run(List.of(stats).iterator(), query);
    }
    int last = pipeline.size() - 1;
    if (last >= 0 && WRITE.stream().anyMatch(pipeline.get(last)::containsKey)) {
      Iterator<Document> made =
          Reads.aggregate(source, command, pipeline.subList(0, last), reader, query);
      Iterable<Document> all = () -> made;
      reader
          .server(pipeline.get(last))
          .apply(StreamSupport.stream(all.spliterator(), false))
          .forEach(document -> {});
      return Collections.emptyIterator();
    }
    return Reads.aggregate(source, command, pipeline, reader, query);
  }

  private static void check(List<Document> pipeline, Object collection) {
    for (int i = 0; i < pipeline.size(); i++) {
      Document stage = pipeline.get(i);
      if (stage.containsKey("$changeStream")) {
        throw new MongoServerError(
            NOT_SUPPORTED, "The $changeStream stage is only supported on replica sets");
      }
      if (i < pipeline.size() - 1 && WRITE.stream().anyMatch(stage::containsKey)) {
        throw new MongoServerError(
            NOT_LAST,
            stage.keySet().iterator().next() + " can only be the final stage in the pipeline");
      }
    }
    if (!(collection instanceof String)) {
      throw new MongoServerError(
          NOT_SUPPORTED, "an aggregation without a collection is not supported");
    }
  }

  private Document count(
      String database, String collection, Document command, BooleanSupplier wanted) {
    try (Query query = query(command, wanted)) {
      Source source = catalog.source(database, collection);
      long count = source == null ? 0 : Reads.count(source, command, query);
      return new Document("n", count == (int) count ? (Number) (int) count : (Number) count)
          .append("ok", 1.0);
    }
  }

  private Document distinct(
      String database, String collection, Document command, BooleanSupplier wanted) {
    try (Query query = query(command, wanted)) {
      Source source = catalog.source(database, collection);
      return new Document(
              "values", source == null ? List.of() : Reads.distinct(source, command, query))
          .append("ok", 1.0);
    }
  }

  private Document getMore(long id, Document command, BooleanSupplier wanted) {
    Cursors.Cursor cursor = cursors.take(id);
    try {
      cursor.query().goOn(Reads.number(command, "maxTimeMS"), wanted);
    } catch (RuntimeException e) {
      cursor.query().close();
      throw e;
    }
    return cursors.next(cursor, Reads.number(command, "batchSize"));
  }

  private Document kill(Document command) {
    List<?> ids = (List<?>) command.get("cursors");
    List<?> killed = ids.stream().filter(id -> cursors.close(((Number) id).longValue())).toList();
    return new Document("cursorsKilled", killed)
        .append("cursorsNotFound", ids.stream().filter(id -> !killed.contains(id)).toList())
        .append("cursorsAlive", List.of())
        .append("cursorsUnknown", List.of())
        .append("ok", 1.0);
  }

  private Document answer(
      String namespace,
      Query query,
      Document options,
      boolean single,
      java.util.function.Function<Query, Iterator<Document>> documents) {
    Iterator<Document> found;
    try {
      found = documents.apply(query);
    } catch (RuntimeException e) {
      query.close();
      throw e;
    }
    return cursors.first(new Cursors.Cursor(namespace, found, query), options, single);
  }
}
