package flights.web.guard;

import flights.core.contract.FieldError;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * Refuses a parameter or field that is given twice: who sends it means one of the two values, and
 * who stands between, such as a proxy that checks it, may look at the other one.
 */
public final class GivenTwice {

  private GivenTwice() {}

  /** Throws {@link Problem} when the address has a parameter twice. */
  public static void check(Context ctx) {
    String query = ctx.queryString();
    if (query != null && query.indexOf('&') >= 0) {
      check(ctx.queryParamMap());
    }
  }

  /** Throws {@link Problem} when a name has several values. */
  public static void check(Map<String, List<String>> values) {
    List<FieldError> errors =
        values.entrySet().stream()
            .filter(it -> it.getValue().size() > 1)
            .map(it -> error(it.getKey()))
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.badFields(errors);
    }
  }

  public static FieldError error(String name) {
    return new FieldError(name, "must be given only once");
  }
}
