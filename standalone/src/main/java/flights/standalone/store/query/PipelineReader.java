package flights.standalone.store.query;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.backend.aggregation.stage.BucketStage;
import de.bwaldvogel.mongo.backend.aggregation.stage.IndexStatsStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes stages of their descriptions. Those that hold documents are our own, so that what they hold
 * is counted; what changes each document by itself is the server's.
 */
final class PipelineReader {

  private static final int BAD_NUMBER = 15957;
  private static final int BAD_STAGE = 40323;
  private static final int NO_BUCKET = 40066;

  private final Catalog catalog;
  private final MongoDatabase database;
  private final String collection;
  private final Query query;

  PipelineReader(Catalog catalog, MongoDatabase database, String collection, Query query) {
    this.catalog = catalog;
    this.database = database;
    this.collection = collection;
    this.query = query;
  }

  Pipeline read(List<Document> pipeline) {
    List<Stage> stages = new ArrayList<>();
    for (Document description : pipeline) {
      if (description.size() != 1) {
        throw new MongoServerError(
            BAD_STAGE, "A pipeline stage specification object must contain exactly one field.");
      }
      String name = description.keySet().iterator().next();
      add(name, description.get(name), stages);
    }
    return new Pipeline(stages);
  }

  private void add(String name, Object asked, List<Stage> stages) {
    switch (name) {
      case "$match" -> stages.add(match((Document) asked));
      case "$skip" -> stages.add(new Stage.Window(number(name, asked, 0), Long.MAX_VALUE));
      case "$limit" -> addLimit(number(name, asked, 1), stages);
      case "$project" -> stages.add(project((Document) asked));
      case "$sort" -> stages.add(sort((Document) asked, 0));
      case "$sample" -> stages.add(sample(asked));
      case "$group" -> stages.add(Group.stage((Document) asked));
      case "$count" -> {
        stages.add(
            Group.stage(new Document("_id", null).append((String) asked, new Document("$sum", 1))));
        stages.add(project(new Document("_id", 0)));
      }
      case "$sortByCount" -> {
        stages.add(
            Group.stage(new Document("_id", asked).append("count", new Document("$sum", 1))));
        stages.add(sort(new Document("count", -1).append("_id", 1), 0));
      }
      case "$bucket" -> stages.add(bucket((Document) asked));
      case "$unwind" -> {
        server(new Document(name, asked));
        stages.add(new Stage.Each(Unwind.of(asked)::apply));
      }
      case "$facet" -> stages.add(facet((Document) asked));
      case "$lookup" -> stages.add(new Lookup((Document) asked, catalog, database, query).stage());
      case "$set" -> stages.add(theirs("$addFields", asked));
      case "$replaceWith" -> stages.add(theirs("$replaceRoot", new Document("newRoot", asked)));
      default -> stages.add(theirs(name, asked));
    }
  }

  /** What is sorted before need only hold the first. */
  private void addLimit(long limit, List<Stage> stages) {
    int last = stages.size() - 1;
    long skip = 0;
    if (last > 0 && stages.get(last) instanceof Stage.Window window) {
      skip = window.skip();
      last--;
    }
    if (last >= 0 && stages.get(last) instanceof Stage.Sort sort && sort.wanted() == 0) {
      stages.set(last, sort(sort.order(), skip + limit));
    }
    stages.add(new Stage.Window(0, limit));
  }

  private static Stage match(Document filter) {
    QueryMatcher matcher = new DefaultQueryMatcher();
    return new Stage.Each(
        document -> matcher.matches(document, filter) ? Stream.of(document) : Stream.empty());
  }

  private Stage project(Document asked) {
    // What makes no sense is refused by the server's own.
    server(new Document("$project", asked));
    Projection projection = new Projection(asked);
    return new Stage.Each(document -> Stream.of(projection.apply(document)));
  }

  private static Stage sort(Document order, long wanted) {
    return new Stage.Sort(order, wanted);
  }

  private static Stage bucket(Document asked) {
    var unused = new BucketStage(asked);
    List<?> boundaries = (List<?>) asked.get("boundaries");
    Object value = asked.get("groupBy");
    Object other = asked.getOrMissing("default");
    Document output =
        (Document) asked.getOrDefault("output", new Document("count", new Document("$sum", 1)));
    return Group.stage(
        document -> bucket(Computed.value(value, document), boundaries, other), output);
  }

  private static Object bucket(Object value, List<?> boundaries, Object other) {
    for (int i = boundaries.size() - 1; i >= 0; i--) {
      if (ValueOrder.compare(value, boundaries.get(i)) >= 0) {
        if (i < boundaries.size() - 1) {
          return boundaries.get(i);
        }
        break;
      }
    }
    if (other instanceof Missing) {
      throw new MongoServerError(
          NO_BUCKET,
          "$switch could not find a matching branch for an input, and no default was specified.");
    }
    return other;
  }

  private Stage facet(Document asked) {
    Map<String, Pipeline> parts = new LinkedHashMap<>();
    asked.forEach((name, part) -> parts.put(name, read(Aggregation.parse(part))));
    return new Stage.Gather(query -> new Facet(parts, query));
  }

  private Stage sample(Object asked) {
    theirs("$sample", asked);
    int size = ((Number) ((Document) asked).get("size")).intValue();
    return new Stage.Gather(query -> new Sample(size, query));
  }

  /** The server's own stage. */
  AggregationStage server(Document description) {
    return Aggregation.fromPipeline(
            List.of(description),
            catalog,
            database,
            database.resolveCollection(collection, false),
            NoopOplog.get())
        .getStages()
        .get(0);
  }

  private Stage theirs(String name, Object asked) {
    AggregationStage stage = server(new Document(name, asked));
    if (stage instanceof IndexStatsStage) {
      return new Stage.Gather(query -> new Instead(stage.apply(Stream.empty()).iterator()));
    }
    return new Stage.Each(document -> stage.apply(Stream.of(document)));
  }

  private static long number(String name, Object asked, long least) {
    if (asked instanceof Number number
        && number.doubleValue() == number.longValue()
        && number.longValue() >= least) {
      return number.longValue();
    }
    throw new MongoServerError(
        BAD_NUMBER, "the argument to " + name + " must be a whole number of at least " + least);
  }

  /** Has results of its own, whatever documents there are. */
  private record Instead(Iterator<Document> results) implements Collector {
    @Override
    public void add(Document document) {}
  }
}
