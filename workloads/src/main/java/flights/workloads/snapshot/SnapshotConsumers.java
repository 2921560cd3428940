package flights.workloads.snapshot;

import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/**
 * Sums a topic up by key in a folder, {@code partition-N.json} for each partition: exactly once,
 * also when it is killed at any time. Threads share the partitions, by hand, so that no group of
 * consumers has to agree.
 */
public final class SnapshotConsumers<R, S> implements AutoCloseable {

  private final String servers;
  private final SummaryFolder folder;
  private final SummaryCounts counts = new SummaryCounts();
  private final List<PartitionReader<R, S>> readers = new ArrayList<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private volatile boolean stopped;

  private SnapshotConsumers(String servers, SummaryFolder folder) {
    this.servers = servers;
    this.folder = folder;
  }

  /**
   * Looks at topic and folder; nothing is read yet.
   *
   * @param threads as many as there are partitions at most, or IllegalArgumentException
   * @throws IllegalStateException with one line that says what to do, when Kafka does not answer or
   *     the folder cannot be used
   */
  public static <R, S> SnapshotConsumers<R, S> open(
      Kafka kafka, String topic, Summary<R, S> summary, Path folder, int threads)
      throws InterruptedException {
    TopicDescription found = describe(kafka, topic);
    int partitions = found.partitions().size();
    if (threads < 1 || threads > partitions) {
      throw new IllegalArgumentException(
          "%d consumers: the topic %s has %d partitions, so 1 to %d can share them"
              .formatted(threads, topic, partitions, partitions));
    }
    SummaryFolder opened =
        SummaryFolder.open(
            folder.toAbsolutePath().normalize(),
            new SummaryFolder.TopicIdentity(topic, found.topicId().toString()));
    SnapshotConsumers<R, S> consumers = new SnapshotConsumers<>(kafka.servers(), opened);
    try {
      consumers.share(kafka, topic, summary, threads, partitions);
      return consumers;
    } catch (IllegalStateException e) {
      consumers.close();
      throw e;
    }
  }

  private static TopicDescription describe(Kafka kafka, String topic) throws InterruptedException {
    try (Admin admin = kafka.admin()) {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    } catch (ExecutionException e) {
      throw new IllegalStateException(KafkaFault.line(kafka.servers(), e), e);
    }
  }

  private void share(
      Kafka kafka, String topic, Summary<R, S> summary, int threads, int partitions) {
    for (int thread = 0; thread < threads; thread++) {
      int first = thread * partitions / threads;
      List<PartitionSummary<R, S>> ours =
          IntStream.range(first, (thread + 1) * partitions / threads)
              .mapToObj(it -> new SnapshotFile<>(folder.path(), it, summary.type()))
              .map(file -> new PartitionSummary<>(summary, file, counts))
              .toList();
      readers.add(new PartitionReader<>(kafka, topic, ours, first));
    }
  }

  public SummaryCounts counts() {
    return counts;
  }

  /** Lets {@link #run} return soon, with all that was read in the files. */
  public void stop() {
    stopped = true;
  }

  /** Throws IllegalStateException when a thread cannot go on; the others end with it. */
  public void run() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (PartitionReader<R, S> reader : readers) {
      threads.add(new Thread(() -> run(reader), "summary-" + threads.size()));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private void run(PartitionReader<R, S> reader) {
    try {
      reader.run(() -> stopped);
    } catch (KafkaException e) {
      failure.compareAndSet(null, new IllegalStateException(KafkaFault.line(servers, e), e));
    } catch (UncheckedIOException e) {
      failure.compareAndSet(null, new IllegalStateException(e.getMessage(), e));
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      stopped = true;
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
