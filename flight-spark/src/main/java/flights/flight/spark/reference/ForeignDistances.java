package flights.flight.spark.reference;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.Route;
import org.bson.Document;

/** Distances that something else has imported, under ids of its own. */
final class ForeignDistances {

  private ForeignDistances() {}

  /** Gives them ids of ours, or there would be two documents for a route, which is forbidden. */
  static void adopt(Store store) {
    MongoCollection<Document> distances = store.collection(FlightCollections.DISTANCES);
    for (Document found : distances.find()) {
      Object id = found.get("_id");
      Object route = route(found);
      if (!id.equals(route)) {
        distances.deleteOne(Filters.eq("_id", id));
        if (route != null && distances.countDocuments(Filters.eq("_id", route)) == 0) {
          distances.insertOne(new Document(found).append("_id", route));
        }
      }
    }
  }

  private static String route(Document found) {
    return found.get("Origin") instanceof String origin && found.get("Dest") instanceof String dest
        ? Route.name(origin, dest)
        : null;
  }
}
