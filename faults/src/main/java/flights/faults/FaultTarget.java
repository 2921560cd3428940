package flights.faults;

import flights.core.kafka.Kafka;
import flights.core.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A running system that requests are sent to, and that faults are done to. */
interface FaultTarget extends AutoCloseable {

  /** Of its web server. */
  URI address(String path);

  Kafka kafka();

  /** The store as it is for others. */
  Store documents();

  /** Where its logs are. */
  Path folder();

  /** Makes an end of what is left of a fault: all is started again, and can be reached. */
  void recover() throws IOException;

  @Override
  void close();
}
