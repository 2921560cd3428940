package flights.predictor.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LingeringBufferTest {

  @Test
  void allEntriesAreOutInOrderWhenItIsClosed() {
    Recorder sink = new Recorder();
    try (LingeringBuffer buffer = new LingeringBuffer(sink)) {
      IntStream.range(0, 10_000).forEach(i -> buffer.add(entry(i)));
    }

    assertThat(sink.offsets)
        .isEqualTo(IntStream.range(0, 10_000).mapToLong(i -> i).boxed().toList());
    assertThat(sink.settled).isEqualTo(1);
  }

  @Test
  void aLoneEntryLeavesWithoutWaitingForMore() throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    try (LingeringBuffer buffer =
        new LingeringBuffer(
            new Recorder() {
              @Override
              public void write(List<ScoredRequest> entries) {
                written.countDown();
              }
            })) {
      buffer.add(entry(0));
      written.await();
    }
  }

  @Test
  void whatTheSinkThrowsIsThrownToTheStream() {
    LingeringBuffer buffer =
        new LingeringBuffer(
            new Recorder() {
              @Override
              public void write(List<ScoredRequest> entries) {
                throw new IllegalStateException("the disk is full");
              }
            });
    buffer.add(entry(0));

    assertThatThrownBy(buffer::close).hasMessage("the disk is full");
  }

  @Test
  void entriesThatComeWhileOthersAreWrittenLeaveTogether() {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger writes = new AtomicInteger();
    LingeringBuffer buffer =
        new LingeringBuffer(
            new Recorder() {
              @Override
              public void write(List<ScoredRequest> entries) throws InterruptedException {
                writes.incrementAndGet();
                go.await();
              }
            });
    IntStream.range(0, 1000).forEach(i -> buffer.add(entry(i)));
    go.countDown();
    buffer.close();

    assertThat(writes.get()).isBetween(1, 3);
  }

  private static ScoredRequest entry(long offset) {
    RequestPosition position = new RequestPosition(new TopicPartition("t", 0), offset);
    return new ScoredRequest(position, 0, "id-" + offset, null, null, null);
  }

  private static class Recorder implements LingeringBuffer.Sink {
    final List<Long> offsets = new ArrayList<>();
    int settled;

    @Override
    public void write(List<ScoredRequest> entries) throws InterruptedException {
      entries.forEach(entry -> offsets.add(entry.position().offset()));
    }

    @Override
    public void settle() {
      settled++;
    }
  }
}
