package flights.faults;

import flights.flight.FlightTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;

/** Reads the response topic, one answer a second. */
final class SlowReader implements AutoCloseable {

  private final Consumer<String, byte[]> consumer;
  private final Thread thread = new Thread(this::readOn, "slow-reader");
  private volatile boolean closed;
  private volatile int read;

  SlowReader(TestSystem system) {
    consumer = system.kafka().consumer(Map.of("group.id", "slow-reader", "max.poll.records", 1));
    consumer.subscribe(List.of(FlightTopics.RESPONSES));
    thread.start();
  }

  int read() {
    return read;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
    consumer.close();
  }

  private void readOn() {
    while (!closed) {
      read = read + consumer.poll(Duration.ofMillis(500)).count();
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
