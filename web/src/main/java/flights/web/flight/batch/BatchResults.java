package flights.web.flight.batch;

import flights.flight.Prediction;
import flights.web.answers.Answer;
import flights.web.answers.StoredAnswers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the predictor has answered to the rows of an uploaded file. */
final class BatchResults {

  private static final int MOST_KEPT = 60;

  private final Batches batches;
  private final StoredAnswers answers;
  // Chunks that are answered whole never change.
  private final Map<String, List<BatchResult>> whole =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<BatchResult>> eldest) {
              return size() > MOST_KEPT;
            }
          });

  BatchResults(Batches batches, StoredAnswers answers) {
    this.batches = batches;
    this.answers = answers;
  }

  /** Those that are there, in the order of the file. */
  List<BatchResult> of(Batch batch) {
    List<BatchResult> results = new ArrayList<>();
    for (int number = 0; number * Batches.CHUNK < batch.sent(); number++) {
      results.addAll(chunk(batch.id(), number));
    }
    return results;
  }

  private List<BatchResult> chunk(String batch, int number) {
    String key = batch + "/" + number;
    List<BatchResult> known = whole.get(key);
    if (known != null) {
      return known;
    }
    List<AskedRow> asked = batches.chunk(batch, number);
    Map<String, Answer> found = answers.find(asked.stream().map(AskedRow::id).toList());
    List<BatchResult> results =
        asked.stream()
            .filter(row -> found.containsKey(row.id()))
            .map(row -> result(row, found.get(row.id())))
            .toList();
    if (results.size() == asked.size()) {
      whole.put(key, results);
    }
    return results;
  }

  private static BatchResult result(AskedRow row, Answer answer) {
    return new BatchResult(
        row.line(), row.id(), answer.prediction(Prediction.class), answer.message());
  }
}
