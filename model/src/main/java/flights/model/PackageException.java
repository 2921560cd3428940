package flights.model;

/** A model package cannot be written, read or used; the message names it and says why. */
public final class PackageException extends RuntimeException {
  PackageException(String message) {
    super(message);
  }

  PackageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What went wrong at the root of it, in one line. */
  static String firstLine(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
