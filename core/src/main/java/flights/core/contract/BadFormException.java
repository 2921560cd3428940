package flights.core.contract;

import java.util.List;
import java.util.stream.Collectors;

/** Some fields of a form cannot be used; says which and why. */
public final class BadFormException extends RuntimeException {

  private final transient List<FieldError> errors;

  public BadFormException(List<FieldError> errors) {
    super(
        errors.stream()
            .map(error -> error.field() + ": " + error.message())
            .collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
