package flights.model;

import flights.model.command.Command;

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
    return String.valueOf(Command.root(failure).getMessage())
        .lines()
        .findFirst()
        .orElse("no reason given");
  }
}
