package flights.model;

import flights.core.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a package with their SHA-256, written last. A package without it, or that does not
 * agree with it, is not whole: on an object store a folder does not appear at once.
 */
record Manifest(Map<String, String> files) {

  static final String NAME = "manifest.json";

  static Manifest of(FileSystem system, Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    String prefix = system.makeQualified(folder) + "/";
    RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
    while (all.hasNext()) {
      Path file = all.next().getPath();
      found.put(file.toString().substring(prefix.length()), sha256(system, file));
    }
    found.remove(NAME);
    return new Manifest(found);
  }

  static Manifest read(FileSystem system, Path folder) throws IOException {
    try (FSDataInputStream in = system.open(new Path(folder, NAME))) {
      return Json.read(in.readAllBytes(), Manifest.class);
    } catch (FileNotFoundException e) {
      throw new PackageException(
          "there is no whole model package at " + folder + ": ./flights train makes a new one", e);
    }
  }

  void verify(FileSystem system, Path folder) throws IOException {
    Map<String, String> present = of(system, folder).files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getValue().equals(present.get(file.getKey()))) {
        throw new PackageException(
            "the model package "
                + folder
                + " is damaged: "
                + file.getKey()
                + " is missing or has"
                + " changed");
      }
    }
  }

  private static String sha256(FileSystem system, Path file) throws IOException {
    try (FSDataInputStream in = system.open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
