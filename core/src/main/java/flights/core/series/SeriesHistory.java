package flights.core.series;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Documents;
import flights.core.store.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection that keeps the series of a model's versions: a document a series, found by its id
 * alone, and a summary a version, which is complete when all series of it are there.
 */
public final class SeriesHistory {

  private static final String SUMMARY = "@summary/";
  private static final String POINTS = "points";

  private final MongoCollection<Document> documents;

  /**
   * The series in a collection.
   *
   * @param collection as the model's contract names it
   */
  public SeriesHistory(Store store, String collection) {
    documents = store.collection(collection);
  }

  /** What the id of every series of a version begins with. */
  public static String prefix(String model, String version) {
    return model + "/" + version + "/";
  }

  /**
   * The id of a series.
   *
   * @param values of the fields that tell series apart, in their order
   */
  public static String id(String model, String version, List<String> values) {
    return prefix(model, version)
        + String.join(
            "/", values.stream().map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8)).toList());
  }

  /** From the first month to the last; empty when there is no such series. */
  public List<SeriesPoint> points(String id) {
    Document found = documents.find(eq("_id", id)).first();
    return found == null
        ? List.of()
        : found.getList(POINTS, Document.class).stream()
            .map(point -> Documents.to(SeriesPoint.class, point))
            .toList();
  }

  public void put(SeriesSummary summary) {
    String id = SUMMARY + summary.model() + "/" + summary.version();
    documents.replaceOne(
        eq("_id", id), Documents.of(summary).append("_id", id), new ReplaceOptions().upsert(true));
  }

  /** Of a version whose series are all there. */
  public Optional<SeriesSummary> summary(String model, String version) {
    return Optional.ofNullable(documents.find(eq("_id", SUMMARY + model + "/" + version)).first())
        .map(found -> Documents.to(SeriesSummary.class, found))
        .filter(SeriesSummary::complete);
  }

  /** Of all versions of a model that have series here, also of those that are not all there. */
  public List<SeriesSummary> summaries(String model) {
    return StreamSupport.stream(
            documents.find(beginsWith(SUMMARY + model + "/")).spliterator(), false)
        .map(found -> Documents.to(SeriesSummary.class, found))
        .toList();
  }

  /** Removes the series of a version; its summary last, so that a second try finds the rest. */
  public void delete(String model, String version) {
    documents.deleteMany(beginsWith(prefix(model, version)));
    documents.deleteOne(eq("_id", SUMMARY + model + "/" + version));
  }

  /** By the order of ids: {@code 0} is the character after {@code /}. */
  private static Bson beginsWith(String prefix) {
    return and(gt("_id", prefix), lt("_id", prefix.substring(0, prefix.length() - 1) + "0"));
  }
}
