package flights.trainer.upload;

import flights.core.files.Sha256;
import flights.core.text.Count;
import flights.core.training.TrainingRequest;
import flights.trainer.pipeline.PipelineReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads an uploaded file once, in constant memory, before anything is learnt from it: whether it is
 * what the message tells, and, where the pipeline reads text, whether it is such text.
 */
public final class UploadCheck {

  private static final int BUFFER = 1024 * 1024;

  private final PipelineReader pipelines;
  private final Configuration hadoop;

  public UploadCheck(PipelineReader pipelines, Configuration hadoop) {
    this.pipelines = pipelines;
    this.hadoop = hadoop;
  }

  /**
   * Returns the number of rows, where rows can be counted. Throws {@link BadUploadException}.
   *
   * @param progress is told the share that is read
   */
  public OptionalLong check(TrainingRequest request, DoubleConsumer progress) {
    RowScanner rows = RowScanner.of(pipelines.spec(request.model()));
    try {
      return read(request, rows, progress);
    } catch (BadUploadException e) {
      throw new BadUploadException(name(request) + ": " + e.getMessage());
    } catch (FileNotFoundException e) {
      throw new BadUploadException(name(request) + " is not at " + request.data() + " any more");
    } catch (IOException e) {
      throw new BadUploadException(
          name(request) + " cannot be read at " + request.data() + ": " + line(e));
    }
  }

  private static String name(TrainingRequest request) {
    return request.file() == null ? "the uploaded file" : request.file();
  }

  private static String line(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private OptionalLong read(TrainingRequest request, RowScanner rows, DoubleConsumer progress)
      throws IOException {
    Path file = new Path(request.data());
    FileSystem files = file.getFileSystem(hadoop);
    FileStatus status = files.getFileStatus(file);
    requireSize(status.getLen(), request);
    MessageDigest digest = Sha256.begin();
    try (FSDataInputStream in = files.open(file)) {
      byte[] buffer = new byte[BUFFER];
      long done = 0;
      int read;
      while ((read = in.read(buffer)) > 0) {
        digest.update(buffer, 0, read);
        rows.read(buffer, read);
        done += read;
        progress.accept((double) done / status.getLen());
      }
    }
    if (!Sha256.hex(digest).equals(request.sha256())) {
      throw new BadUploadException("it is not what was uploaded: its checksum is another one");
    }
    return rows.end();
  }

  private static void requireSize(long size, TrainingRequest request) {
    if (size == 0) {
      throw new BadUploadException("it is empty");
    }
    if (size != request.size()) {
      throw new BadUploadException(
          "it is not what was uploaded: %s there, and %s were sent"
              .formatted(Count.of(size, "byte"), Count.of(request.size(), "byte")));
    }
  }
}
