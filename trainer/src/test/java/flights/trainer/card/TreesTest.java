package flights.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class TreesTest {

  @Test
  void aFewTreesAreWrittenInFull() {
    Trees trees = Trees.of(Vectors.dense(1), "", List.of(() -> "one\n", () -> "two\n"));

    assertThat(trees.text()).isEqualTo("one\ntwo\n");
    assertThat(trees.cut()).isNull();
  }

  @Test
  void manyAreCutAndThoseThatNobodySeesAreNotEvenWritten() {
    AtomicInteger written = new AtomicInteger();
    Supplier<String> tree =
        () -> {
          written.incrementAndGet();
          return "x".repeat(8_000);
        };
    Trees trees = Trees.of(Vectors.dense(1), "", Collections.nCopies(500, tree));

    assertThat(trees.text()).hasSize(20_000);
    assertThat(trees.cut()).isEqualTo("Cut after 20,000 characters, in 3 of 500 trees");
    assertThat(written).hasValue(3);
  }
}
