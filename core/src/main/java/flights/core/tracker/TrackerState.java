package flights.core.tracker;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Collections;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * What both sides agreed on last, one small document a model beside the registry, and who may talk
 * to the tracker at present: one process, until some time after it has said so last.
 */
final class TrackerState {

  /** What a slow call of a pass may take, and much more. */
  private static final Duration TURN = Duration.ofMinutes(1);

  private static final String TURN_ID = "@tracker";

  private final MongoCollection<Document> models;
  private final String me = UUID.randomUUID().toString();

  /**
   * What both agreed on.
   *
   * @param champion our version; null for none yet
   * @param production MLflow's number that was in the stage then; null for none
   */
  record Agreed(String champion, String production) {}

  TrackerState(Store store) {
    models = store.collection(Collections.MODELS);
  }

  /** Whether it is this process's turn, which it then is for a while. */
  boolean takeTurn() {
    Instant now = Instant.now();
    Document mine = turn(now.plus(TURN));
    if (models.replaceOne(and(eq("_id", TURN_ID), eq("owner", me)), mine).getMatchedCount() > 0
        || models
                .replaceOne(and(eq("_id", TURN_ID), lt("until", Date.from(now))), mine)
                .getMatchedCount()
            > 0) {
      return true;
    }
    try {
      models.insertOne(mine);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Lets another process have its turn at once. */
  void giveTurnBack() {
    models.deleteOne(and(eq("_id", TURN_ID), eq("owner", me)));
  }

  Optional<Agreed> agreed(String name) {
    return Optional.ofNullable(models.find(eq("_id", name + TURN_ID)).first())
        .map(found -> new Agreed(found.getString("champion"), found.getString("production")));
  }

  void agree(String name, Agreed agreed) {
    Document document =
        new Document("_id", name + TURN_ID)
            .append("kind", "tracker")
            .append("champion", agreed.champion())
            .append("production", agreed.production());
    models.replaceOne(eq("_id", name + TURN_ID), document, new ReplaceOptions().upsert(true));
  }

  private Document turn(Instant until) {
    return new Document("_id", TURN_ID)
        .append("kind", "tracker")
        .append("owner", me)
        .append("until", Date.from(until));
  }
}
