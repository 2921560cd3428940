package flights.trainer.upload;

/** An uploaded file cannot be learnt from; the message says why, and in which line. */
public final class BadUploadException extends RuntimeException {

  BadUploadException(String reason) {
    super(reason);
  }
}
