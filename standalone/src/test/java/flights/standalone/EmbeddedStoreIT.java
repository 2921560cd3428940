package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.store.Store;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {

  @TempDir Path folder;

  @Test
  void keepsItsDocumentsOverARestart() {
    Path file = folder.resolve("store");
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(file, 0);
        Store store = Store.open(embedded.uri(), "test")) {
      store.collection("things").insertOne(new Document("_id", 1).append("name", "one"));
      assertThat(store.check().up()).isTrue();
    }
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(file, 0);
        Store store = Store.open(embedded.uri(), "test")) {
      assertThat(store.collection("things").find().first())
          .isEqualTo(new Document("_id", 1).append("name", "one"));
    }
  }

  @Test
  void aStoreThatIsNotThereIsNamedWithItsVariableAndWithoutItsPassword() {
    try (Store store = Store.open("mongodb://ann:secret@127.0.0.1:1/?authSource=admin", "test")) {
      assertThat(store.check().up()).isFalse();
      assertThat(store.check().detail())
          .contains("127.0.0.1:1")
          .contains("MONGODB_URI")
          .doesNotContain("secret");
    }
  }
}
