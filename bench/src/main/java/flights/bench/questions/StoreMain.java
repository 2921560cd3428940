package flights.bench.questions;

import flights.standalone.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;

/** A process that is nothing but an embedded store; it says where, and ends with its input. */
final class StoreMain {

  private StoreMain() {}

  public static void main(String[] args) throws IOException {
    try (EmbeddedStore store = EmbeddedStore.onDisk(Path.of(args[0]), 0)) {
      System.out.println(store.uri());
      while (System.in.read() >= 0) {
        // Nothing is said to it but that it is over.
      }
    }
    System.exit(0);
  }
}
