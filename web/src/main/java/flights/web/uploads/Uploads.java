package flights.web.uploads;

import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All uploaded files, at the address that {@code FLIGHTS_UPLOADS} sets. */
public final class Uploads implements AutoCloseable {

  private static final String S3 = "s3a://[a-z0-9][a-z0-9.-]*(/.*)?";
  private static final String SUFFIX = ".csv";
  private static final Pattern OURS =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + Pattern.quote(SUFFIX));

  private final String address;
  private final Optional<Path> folder;
  private final Map<String, String> spark;
  private final long most;
  private ObjectStore store;

  public Uploads(Settings settings) {
    this.address = settings.uploads();
    this.folder = settings.uploadFolder();
    this.spark = settings.sparkOptions();
    this.most = settings.uploadLimit();
  }

  public String address() {
    return address;
  }

  /** How large one may be, in bytes. */
  public long most() {
    return most;
  }

  /** Whether this process can write there; if not, files have to be put there by other means. */
  public boolean canWrite() {
    return folder.isPresent() || address.matches(S3);
  }

  /**
   * Begins the upload of a training.
   *
   * @param id of the job, a UUID, by which the file is named
   * @throws IOException that says in one line why it cannot be
   */
  public Upload begin(String id) throws IOException {
    return new Upload(most, store().begin(name(id)));
  }

  /** As {@link #begin}, of what is there already and only to be compared. */
  public Upload compare() {
    return new Upload(most, null);
  }

  /** Takes back what was uploaded for a job. */
  public void remove(String id) throws IOException {
    store().remove(name(id));
  }

  /** Removes what was begun by a process that has ended before it was whole. */
  public void removeLeftOvers() throws IOException {
    store().removeLeftOvers();
  }

  /** Those that are ours: whatever else lies there is not touched. */
  List<StoredObject> list() throws IOException {
    return store().list().stream().filter(it -> OURS.matcher(it.name()).matches()).toList();
  }

  /** The job's, by which a file is named. */
  static String id(StoredObject file) {
    return file.name().substring(0, file.name().length() - SUFFIX.length());
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
    }
  }

  private static String name(String id) {
    return id + SUFFIX;
  }

  /** Made when it is first needed: Amazon's library is large, and may find no key. */
  private synchronized ObjectStore store() throws IOException {
    if (store == null) {
      store = open();
    }
    return store;
  }

  private ObjectStore open() throws IOException {
    if (folder.isPresent()) {
      return new DiskObjects(folder.get());
    }
    if (!canWrite()) {
      throw new IOException("there is no way from here to FLIGHTS_UPLOADS=" + address);
    }
    try {
      return new S3Objects(address, spark);
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException(address + " cannot be used: " + why, e);
    }
  }
}
