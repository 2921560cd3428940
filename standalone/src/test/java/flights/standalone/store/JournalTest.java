package flights.standalone.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final long MARK = 7;

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void path() {
    path = folder.resolve("journal");
  }

  @Test
  void entriesComeBackInOrder() {
    write(MARK, "a", "", "b");
    assertThat(read(MARK)).containsExactly("a", "", "b");
  }

  @Test
  void entriesOfAnotherStateAreLeftOut() {
    try (Journal journal = new Journal(path)) {
      append(journal, MARK - 1, "older");
      append(journal, MARK, "mine");
      append(journal, MARK + 1, "later");
    }
    assertThat(read(MARK)).containsExactly("mine");
  }

  @Test
  void anEntryThatWasCutOffAnywhereIsLeftOut() throws IOException {
    write(MARK, "first");
    int whole = Math.toIntExact(Files.size(path));
    write(MARK, "first", "second");
    byte[] all = Files.readAllBytes(path);
    for (int length = whole; length < all.length; length++) {
      Files.write(path, Arrays.copyOf(all, length));
      assertThat(read(MARK)).as("cut at " + length).containsExactly("first");
    }
  }

  @Test
  void whatIsDamagedEndsTheReadingWhereverItIs() throws IOException {
    write(MARK, "first");
    int whole = Math.toIntExact(Files.size(path));
    write(MARK, "first", "second", "third");
    byte[] all = Files.readAllBytes(path);
    for (int at = whole; at < 2 * whole; at++) {
      byte[] damaged = all.clone();
      damaged[at] ^= 0x40;
      Files.write(path, damaged);
      assertThat(read(MARK)).as("damaged at " + at).containsExactly("first");
    }
    Files.write(path, "nothing of a journal".repeat(9).getBytes(UTF_8));
    assertThat(read(MARK)).isEmpty();
  }

  @Test
  void aClearedJournalBeginsAnew() {
    try (Journal journal = new Journal(path)) {
      append(journal, MARK, "gone");
      journal.clear();
      assertThat(journal.size()).isZero();
      append(journal, MARK, "here");
    }
    assertThat(read(MARK)).containsExactly("here");
  }

  private void write(long mark, String... entries) {
    try (Journal journal = new Journal(path)) {
      journal.clear();
      for (String entry : entries) {
        append(journal, mark, entry);
      }
    }
  }

  private static void append(Journal journal, long mark, String entry) {
    journal.append(mark, ByteBuffer.wrap(entry.getBytes(UTF_8)));
  }

  private List<String> read(long mark) {
    List<String> entries = new ArrayList<>();
    try (Journal journal = new Journal(path)) {
      journal.read(mark, entry -> entries.add(UTF_8.decode(entry).toString()));
    }
    return entries;
  }
}
