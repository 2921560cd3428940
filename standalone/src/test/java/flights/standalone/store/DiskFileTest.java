package flights.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.StoredDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileTest {

  private static final String THINGS = DiskFile.DATA + "test.things";
  private static final String OTHERS = DiskFile.DATA + "test.others";

  @TempDir Path folder;
  private final AtomicInteger kills = new AtomicInteger();
  private Path path;
  private DiskFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("documents.mv");
    file = new DiskFile(path);
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void whatWasChangedSinceTheLastCommitIsThereAfterAKill() throws IOException {
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 1))));
    file.settle();
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 2))));
    change(THINGS, map -> map.putIfAbsent("a", StoredDocument.of(new Document("n", 3))));
    change(THINGS, map -> map.putIfAbsent("b", StoredDocument.of(new Document("n", 4))));
    change(OTHERS, map -> map.put("c", StoredDocument.of(new Document("n", 5))));
    change(OTHERS, map -> map.remove("c"));
    assertThat(Files.size(journal())).isPositive();
    kill();
    assertThat(things()).isEqualTo(Map.of("a", new Document("n", 2), "b", new Document("n", 4)));
    assertThat(file.map(OTHERS)).isEmpty();
    assertThat(Files.size(journal())).isZero();
  }

  @Test
  void aSecondKillTakesNothingBack() throws IOException {
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 1))));
    kill();
    change(THINGS, map -> map.put("b", StoredDocument.of(new Document("n", 2))));
    kill();
    assertThat(things()).isEqualTo(Map.of("a", new Document("n", 1), "b", new Document("n", 2)));
  }

  @Test
  void aJournalThatTheFileHasAlreadyChangesNothing() throws IOException {
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 1))));
    Path old = Files.copy(journal(), folder.resolve("old"));
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 2))));
    file.close();
    Files.move(old, journal(), StandardCopyOption.REPLACE_EXISTING);
    file = new DiskFile(path);
    assertThat(things()).isEqualTo(Map.of("a", new Document("n", 2)));
  }

  @Test
  void aJournalOfAFileThatWasDeletedIsLeftOut() throws IOException {
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 1))));
    kill();
    change(THINGS, map -> map.put("b", StoredDocument.of(new Document("n", 2))));
    Path alone = folder.resolve("alone");
    Files.copy(journal(), folder.resolve("alone.journal"));
    file.close();
    file = new DiskFile(path = alone);
    assertThat(things()).isEmpty();
  }

  @Test
  void aCommandThatFailsHalfwayLeavesWhatItHasDone() throws IOException {
    assertThatThrownBy(
            () ->
                change(
                    THINGS,
                    map -> {
                      map.put("a", StoredDocument.of(new Document("n", 1)));
                      throw new IllegalStateException("halfway");
                    }))
        .hasMessage("halfway");
    kill();
    assertThat(things()).isEqualTo(Map.of("a", new Document("n", 1)));
  }

  @Test
  void aNameThatIsUsedAgainHasNothingOfWhatHadItBefore() throws IOException {
    change(THINGS, map -> map.put("a", StoredDocument.of(new Document("n", 1))));
    file.change(
        () -> {
          file.rename(THINGS::equals, THINGS, OTHERS);
          return null;
        });
    change(THINGS, map -> map.put("b", StoredDocument.of(new Document("n", 2))));
    change(OTHERS, map -> map.put("c", StoredDocument.of(new Document("n", 3))));
    kill();
    assertThat(things()).isEqualTo(Map.of("b", new Document("n", 2)));
    assertThat(file.map(OTHERS)).containsOnlyKeys("a", "c");
    file.change(
        () -> {
          file.remove(OTHERS::equals);
          return null;
        });
    change(OTHERS, map -> map.put("d", StoredDocument.of(new Document("n", 4))));
    kill();
    assertThat(file.map(OTHERS)).containsOnlyKeys("d");
  }

  @Test
  void aChangeThatIsTooLargeForTheJournalIsInTheFile() throws IOException {
    String much = "x".repeat(1 << 20);
    change(
        THINGS,
        map -> {
          for (int i = 0; i < 20; i++) {
            map.put(i, StoredDocument.of(new Document("text", i + much)));
          }
        });
    assertThat(Files.size(journal())).isZero();
    kill();
    assertThat(things()).hasSize(20);
    assertThat(things().get(19)).isEqualTo(new Document("text", 19 + much));
  }

  /** With a commit for each change it was 36 kB for each: more than 700 MB. */
  @Test
  void manySmallChangesMakeNoLargeFile() throws IOException {
    String text = "x".repeat(1_000);
    for (int i = 0; i < 20_000; i++) {
      int n = i;
      change(THINGS, map -> map.put(n, StoredDocument.of(new Document("text", n + text))));
      assertThat(Files.size(journal())).isLessThan(5_000_000);
    }
    assertThat(Files.size(path)).isLessThan(60_000_000);
    kill();
    assertThat(things()).hasSize(20_000);
  }

  @Test
  void aFileOfTheTimeBeforeTheJournalOpens() throws IOException {
    file.close();
    try (InputStream packed = getClass().getResourceAsStream("before-the-journal.mv.gz");
        InputStream old = new GZIPInputStream(packed)) {
      Files.copy(old, path = folder.resolve("old.mv"));
    }
    file = new DiskFile(path);
    assertThat(things())
        .containsEntry(1, new Document("_id", 1).append("x", "x1").append("n", 1))
        .hasSize(3);
    assertThat(file.map(DiskFile.INDEX + "test.things$x_1")).hasSize(3);
  }

  private void change(String name, Consumer<MVMap<Object, StoredDocument>> change) {
    file.change(
        () -> {
          change.accept(file.map(name));
          return null;
        });
  }

  private Map<Object, Document> things() {
    Map<Object, Document> things = new HashMap<>();
    file.<Object, StoredDocument>map(THINGS)
        .forEach((key, document) -> things.put(key, document.decode()));
    return things;
  }

  private Path journal() {
    return path.resolveSibling(path.getFileName() + ".journal");
  }

  /** Goes on with what is on the disk now. */
  private void kill() throws IOException {
    Path left = folder.resolve("left-" + kills.incrementAndGet());
    Files.copy(journal(), folder.resolve(left.getFileName() + ".journal"));
    Files.copy(path, left);
    file.close();
    file = new DiskFile(path = left);
  }
}
