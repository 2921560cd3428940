package flights.web.uploads;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.UploadsCommand;
import flights.core.json.Json;
import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lists uploaded files, and removes old ones. */
public final class UploadsMain {

  private static final int BAD_USAGE = 2;
  private static final int MOST_DAYS = 99_999;

  private UploadsMain() {}

  public static void main(String[] words) {
    try {
      Settings settings = Settings.fromEnvironment();
      ChildProcess.begin(settings);
      tell(settings, CommandLines.read(UploadsCommand.class, words));
    } catch (IllegalArgumentException e) {
      stop(e.getMessage(), BAD_USAGE);
    } catch (IOException | IllegalStateException e) {
      stop(e.getMessage(), 1);
    } catch (MongoException e) {
      stop("the store has broken off: " + e.getMessage(), 1);
    }
  }

  private static void stop(String line, int code) {
    System.err.println("flights: " + line.lines().findFirst().orElse(""));
    System.exit(code);
  }

  private static void tell(Settings settings, UploadsCommand asked) throws IOException {
    if (asked.remove() && asked.olderThan().isEmpty()) {
      throw new IllegalArgumentException(
          "--remove needs --older-than DAYS: 0 for all that no training needs any more");
    }
    long days = CommandLines.within("--older-than", asked.olderThan().orElse(0L), 0, MOST_DAYS);
    try (Store store = Store.open(settings);
        Uploads uploads = new Uploads(settings)) {
      Check check = store.check();
      if (!check.up()) {
        throw new IllegalStateException(check.detail());
      }
      System.out.println(answer(uploads, store, Duration.ofDays(days), asked));
    }
  }

  static String answer(Uploads uploads, Store store, Duration age, UploadsCommand asked)
      throws IOException {
    Instant now = Instant.now();
    KeptUploads kept = new KeptUploads(uploads, store);
    List<KeptUploads.KeptUpload> found = kept.olderThan(age, now);
    if (!asked.remove()) {
      return asked.json() ? UploadList.json(found) : UploadList.text(uploads.address(), found, now);
    }
    int removed = 0;
    for (KeptUploads.KeptUpload each : found) {
      removed += kept.remove(each) ? 1 : 0;
    }
    int needed = found.size() - removed;
    return asked.json()
        ? Json.pretty(Map.of("removed", removed, "needed", needed))
        : UploadList.removed(removed, needed);
  }
}
