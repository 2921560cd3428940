package flights.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of this machine, for Spark. Without its native library, which is nowhere by default,
 * Hadoop starts {@code chmod} for each file that it writes and {@code ls} for each that it lists.
 */
public final class LocalFiles extends LocalFileSystem {

  /** Called by Hadoop. */
  public LocalFiles() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(),
          PosixFilePermissions.fromString(
              permission.getUserAction().SYMBOL
                  + permission.getGroupAction().SYMBOL
                  + permission.getOtherAction().SYMBOL));
    }

    /** Without the owner and the permissions, which Spark does not ask for. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      FileStatus found = super.getFileStatus(path);
      return new FileStatus(
          found.getLen(),
          found.isDirectory(),
          found.getReplication(),
          found.getBlockSize(),
          found.getModificationTime(),
          found.getPath());
    }
  }
}
