package flights.bench.questions;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.store.Documents;
import flights.flight.Prediction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class SamplePredictionsTest {

  @Test
  void theSameNumberIsTheSamePrediction() {
    assertThat(SamplePredictions.document(7)).isEqualTo(SamplePredictions.document(7));
    assertThat(SamplePredictions.document(7)).isNotEqualTo(SamplePredictions.document(8));
  }

  @Test
  void whatIsStoredCanBeReadAsAPrediction() {
    assertThat(Documents.to(Prediction.class, SamplePredictions.document(7)))
        .isEqualTo(SamplePredictions.of(7));
  }

  @Test
  void laterOnesHaveGreaterIds() {
    assertThat(IntStream.range(0, 1_000).mapToObj(SamplePredictions::of))
        .isSortedAccordingTo((a, b) -> a.request().uuid().compareTo(b.request().uuid()));
  }

  @Test
  void theyAreAsLargeAsRealOnes() {
    assertThat(IntStream.range(0, 1_000).map(index -> size(SamplePredictions.document(index))))
        .allMatch(size -> size > 900 && size < 2_000);
  }

  private static int size(Document document) {
    return new RawBsonDocument(document, new DocumentCodec()).getByteBuffer().remaining();
  }
}
