package flights.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptiveBatchQueueTest {

  private final AdaptiveBatchQueue<Integer> gathering = new AdaptiveBatchQueue<>(1_000);

  @Test
  void allThatWaitAreTakenTogetherInTheirOrder() throws InterruptedException {
    List<Integer> all = IntStream.range(0, 1_000).boxed().toList();
    for (Integer one : all) {
      assertThat(gathering.offer(one, 0)).isTrue();
    }

    assertThat(gathering.take()).isEqualTo(all);
  }

  @Test
  void oneTooManyIsNotTaken() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      assertThat(gathering.offer(i, 0)).isTrue();
    }

    assertThat(gathering.offer(1_000, 1)).isFalse();
  }

  @Test
  void nothingIsLostBetweenBatches() throws Exception {
    int many = 50_000;
    CompletableFuture<Void> giver =
        CompletableFuture.runAsync(() -> IntStream.range(0, many).forEach(this::give));
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < many) {
      taken.addAll(gathering.take());
    }
    giver.get();

    assertThat(taken).isEqualTo(IntStream.range(0, many).boxed().toList());
  }

  private void give(int one) {
    try {
      while (!gathering.offer(one, 100)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
