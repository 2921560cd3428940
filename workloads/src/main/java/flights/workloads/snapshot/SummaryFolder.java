package flights.workloads.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import flights.core.json.Json;
import flights.core.process.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of summaries: of one topic, and used by one process at a time. */
final class SummaryFolder implements AutoCloseable {

  private static final String TOPIC_FILE = "topic.json";

  /** A topic that is deleted and made anew has the name again, but not the id. */
  record TopicIdentity(String topic, String id) {}

  private final Path path;
  private final ProcessLock lock;

  private SummaryFolder(Path path, ProcessLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Throws IllegalStateException when it is in use, or of another topic. */
  static SummaryFolder open(Path path, TopicIdentity topic) {
    try {
      Files.createDirectories(path);
      Path file = path.resolve(".lock");
      ProcessLock lock =
          ProcessLock.take(file)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "%s is in use by process %s: stop it, or name another folder"
                              .formatted(path, ProcessLock.holder(file))));
      SummaryFolder folder = new SummaryFolder(path, lock);
      try {
        folder.require(topic);
      } catch (IllegalStateException | IOException e) {
        folder.close();
        throw e;
      }
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(
          path + " cannot be used (" + e.getMessage() + "): name another folder", e);
    }
  }

  private void require(TopicIdentity topic) throws IOException {
    Path file = path.resolve(TOPIC_FILE);
    if (!Files.exists(file)) {
      DurableFile.replace(file, out -> out.write(Json.bytes(topic)));
    } else if (!identity(file).equals(topic)) {
      throw new IllegalStateException(
          "%s has summaries of another topic, or of an earlier one of the name %s: move it away, or name another folder"
              .formatted(path, topic.topic()));
    }
  }

  private static TopicIdentity identity(Path file) throws IOException {
    try {
      return Json.mapper().readValue(Files.readAllBytes(file), TopicIdentity.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          file + " is damaged: move the folder away, or name another", e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    lock.close();
  }
}
