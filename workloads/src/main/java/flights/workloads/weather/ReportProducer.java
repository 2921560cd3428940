package flights.workloads.weather;

import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends reports to both topics, and tells of those that did not arrive. */
final class ReportProducer implements AutoCloseable {

  private static final Map<String, Object> CONFIG =
      Map.of("acks", "all", "enable.idempotence", true, "retries", 10, "linger.ms", 20);

  private final String servers;
  private final ReportFormat format;
  private final PrintStream out;
  private final Producer<String, byte[]> producer;
  private final LongAdder delivered = new LongAdder();
  private final LongAdder failed = new LongAdder();

  ReportProducer(Kafka kafka, ReportFormat format, PrintStream out) {
    this.servers = kafka.servers();
    this.format = format;
    this.out = out;
    this.producer = kafka.producer(CONFIG);
  }

  /** Waits while too much is on its way. */
  void send(Report report) {
    send(StationTopics.PROTOBUF, report, format.protobuf(report));
    send(StationTopics.JSON, report, ReportFormat.json(report));
  }

  private void send(String topic, Report report, byte[] message) {
    producer.send(
        new ProducerRecord<>(topic, report.station(), message),
        (at, fault) -> {
          if (fault == null) {
            delivered.increment();
          } else {
            failed.increment();
            tell(topic, report, fault);
          }
        });
  }

  /** Each tenfold number of them alone: an outage has many. */
  private void tell(String topic, Report report, Exception fault) {
    long number = failed.sum();
    if (String.valueOf(number).matches("10*")) {
      out.printf(
          "not delivered: %s of %s to %s (%s); %,d in all%n",
          report.station(), report.date(), topic, fault.getMessage(), number);
    }
  }

  long delivered() {
    return delivered.sum();
  }

  long failed() {
    return failed.sum();
  }

  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    try {
      producer.close();
    } catch (KafkaException e) {
      throw new IllegalStateException(KafkaFault.line(servers, e), e);
    }
  }
}
