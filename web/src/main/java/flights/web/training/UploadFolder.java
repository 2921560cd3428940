package flights.web.training;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import io.javalin.http.util.MultipartUtil;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where uploaded rows are kept: beside the model packages, when those are on a disk. Files are
 * written there as they come in, under names of our own.
 */
final class UploadFolder {

  /** In bytes. A month of the whole US is a quarter of it. */
  static final long MOST = 1024L * 1024 * 1024;

  private static final int MOST_IN_MEMORY = 16 * 1024;
  private static final String FILE = "file";

  private final String modelStore;

  /**
   * @param modelStore a path, or an address of any file system
   */
  UploadFolder(String modelStore) {
    this.modelStore = modelStore;
  }

  /** Where nothing can be uploaded to, because this process has no client for it; or null. */
  String elsewhere() {
    return folder().isPresent() ? null : modelStore;
  }

  /**
   * Makes the form's texts and files readable; to be called before any of them is read. Throws
   * {@link Problem} when the request is larger than it may be.
   */
  void open(Context ctx) {
    if (ctx.req().getContentLengthLong() > MOST) {
      throw Problem.tooLarge(
          "The file is larger than 1 GB. Put it where the trainer can read it, and name its"
              + " address.");
    }
    String location = folder().map(UploadFolder::made).map(Path::toString).orElse("");
    ctx.req()
        .setAttribute(
            MultipartUtil.MULTIPART_CONFIG_ATTRIBUTE,
            new MultipartConfigElement(location, MOST, MOST, MOST_IN_MEMORY));
  }

  /** The address of what was uploaded; empty when nothing was. */
  Optional<String> keep(Context ctx, String id) {
    try {
      Part part = ctx.isMultipartFormData() ? ctx.req().getPart(FILE) : null;
      if (part == null || part.getSize() == 0) {
        return Optional.empty();
      }
      Path kept = folder().orElseThrow(this::refusal).resolve(id + ".csv");
      part.write(kept.toString());
      return Optional.of(kept.toUri().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw Problem.badRequest("The upload cannot be read.");
    }
  }

  private Problem refusal() {
    return Problem.badRequest(
        "Files cannot be uploaded to " + modelStore + " from here; name an address instead.");
  }

  private Optional<Path> folder() {
    boolean hasScheme = modelStore.matches("[a-z][a-z0-9+.-]+:.*");
    if (hasScheme && !modelStore.startsWith("file:")) {
      return Optional.empty();
    }
    Path store = hasScheme ? Path.of(URI.create(modelStore)) : Path.of(modelStore);
    return Optional.of(store.toAbsolutePath().resolve("uploads"));
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw Problem.unavailable("The folder " + folder + " cannot be written.");
    }
  }
}
