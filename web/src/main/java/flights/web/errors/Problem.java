package flights.web.errors;

import flights.core.contract.FieldError;
import java.util.List;
import java.util.concurrent.CompletionException;

/** A call that cannot be answered, with the HTTP status and the words for the caller. */
public final class Problem extends RuntimeException {

  private final int status;
  private final transient List<FieldError> errors;

  private Problem(int status, List<FieldError> errors) {
    // Nobody sees where it comes from, and what refuses many has to be cheap.
    super(errors.get(0).message(), null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  /** What the caller sent cannot be read at all. */
  public static Problem badRequest(String message) {
    return new Problem(400, List.of(new FieldError(null, message)));
  }

  /** These fields or parameters cannot be used. */
  public static Problem badFields(List<FieldError> errors) {
    return new Problem(400, errors);
  }

  public static Problem unsupportedType(String message) {
    return new Problem(415, List.of(new FieldError(null, message)));
  }

  /** The caller has not shown that it may do this. */
  public static Problem unauthorized(String message) {
    return new Problem(401, List.of(new FieldError(null, message)));
  }

  public static Problem forbidden(String message) {
    return new Problem(403, List.of(new FieldError(null, message)));
  }

  /** The state of things does not allow it; the message says what to do. */
  public static Problem conflict(String message) {
    return new Problem(409, List.of(new FieldError(null, message)));
  }

  public static Problem tooLarge(String message) {
    return new Problem(413, List.of(new FieldError(null, message)));
  }

  /** Once more in a second may do. */
  public static Problem tooMany(String message) {
    return new Problem(429, List.of(new FieldError(null, message)));
  }

  /** There is nothing at this address, and why. */
  public static Problem notFound(String message) {
    return new Problem(404, List.of(new FieldError(null, message)));
  }

  /** The caller did nothing wrong; something behind this server is away. */
  public static Problem unavailable(String message) {
    return new Problem(503, List.of(new FieldError(null, message)));
  }

  /** What has made a call fail that goes on later. */
  public static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  public int status() {
    return status;
  }

  /** One at least; those without a field concern the call as a whole. */
  public List<FieldError> errors() {
    return errors;
  }
}
