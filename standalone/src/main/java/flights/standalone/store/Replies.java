package flights.standalone.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.InMemoryCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** Keeps answers below the size of a message, as MongoDB does: the rest waits for the next call. */
final class Replies {

  private static final String BATCH_SIZE = "batchSize";
  private static final int DOCUMENTS = 500;

  private Replies() {}

  /** The query, which asks for no more than a batch of what is left. */
  static Document wanting(String command, Document query) {
    if (command.equals("getMore")) {
      query.putIfAbsent(BATCH_SIZE, DOCUMENTS);
    }
    return query;
  }

  /** The answer, with its first batch and a cursor for the others when there are many documents. */
  static Document inBatches(Document answer, CursorRegistry cursors) {
    if (answer.get("cursor") instanceof Document cursor
        && cursor.get("firstBatch") instanceof List<?> all
        && all.size() > DOCUMENTS
        && Long.valueOf(0).equals(cursor.get("id"))) {
      @SuppressWarnings("unchecked")
      List<Document> documents = (List<Document>) all;
      InMemoryCursor rest =
          new InMemoryCursor(
              cursors.generateCursorId(), documents.subList(DOCUMENTS, documents.size()));
      cursors.add(rest);
      cursor.put("id", rest.getId());
      cursor.put("firstBatch", documents.subList(0, DOCUMENTS));
    }
    return answer;
  }
}
