package flights.bench.questions;

import static flights.bench.questions.SampleStore.PREDICTIONS;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.json.JsonObject;

/**
 * What a person may type into the shell about the predictions.
 *
 * @param name in a few words
 * @param asking gives the answer, document by document (or value by value), as it is read
 */
public record Question(String name, Function<MongoDatabase, Iterable<?>> asking) {

  /** Asks it; the answer comes while one goes through it. */
  public Iterable<?> ask(MongoDatabase database) {
    return asking.apply(database);
  }

  static Question count(String name, String filter) {
    return new Question(name, it -> List.of(predictions(it).countDocuments(json(filter))));
  }

  static Question find(String name, String filter, UnaryOperator<FindIterable<Document>> more) {
    return new Question(name, it -> more.apply(predictions(it).find(json(filter))));
  }

  static Question distinct(String name, String field, String filter) {
    return new Question(name, it -> predictions(it).distinct(field, json(filter), String.class));
  }

  static Question aggregate(String name, String... stages) {
    return new Question(name, it -> aggregation(it, stages));
  }

  static AggregateIterable<Document> aggregation(MongoDatabase database, String... stages) {
    return predictions(database).aggregate(Stream.of(stages).map(Question::json).toList());
  }

  static MongoCollection<Document> predictions(MongoDatabase database) {
    return database.getCollection(PREDICTIONS);
  }

  /** As the shell reads it: names without quotes, ISODate. */
  static JsonObject json(String text) {
    return new JsonObject(text);
  }
}
