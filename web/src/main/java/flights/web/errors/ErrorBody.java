package flights.web.errors;

import flights.core.contract.FieldError;
import java.util.List;

/** The one shape of an error in JSON. */
record ErrorBody(String status, List<FieldError> errors) {

  static ErrorBody of(List<FieldError> errors) {
    return new ErrorBody("ERROR", errors);
  }
}
