package flights.model;

/** A model package cannot be written, read or used; the message names it and says why. */
public final class PackageException extends RuntimeException {
  PackageException(String message) {
    super(message);
  }

  PackageException(String message, Throwable cause) {
    super(message, cause);
  }
}
