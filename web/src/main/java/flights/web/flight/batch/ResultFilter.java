package flights.web.flight.batch;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which results are to be shown.
 *
 * @param bucket its index, "rejected", or empty for all
 * @param text in the flight's codes; empty for all
 */
public record ResultFilter(String bucket, String text) {

  static ResultFilter of(Context ctx) {
    return new ResultFilter(param(ctx, "bucket"), param(ctx, "q"));
  }

  List<BatchResult> among(List<BatchResult> results) {
    List<String> words = List.of(text.toUpperCase(Locale.ROOT).split("\\s+"));
    return results.stream()
        .filter(this::isInBucket)
        .filter(it -> text.isEmpty() || words.stream().allMatch(codes(it)::contains))
        .toList();
  }

  private boolean isInBucket(BatchResult result) {
    return bucket.isEmpty()
        || (result.prediction() == null
            ? bucket.equals("rejected")
            : bucket.equals(String.valueOf(result.bucket().index())));
  }

  private static List<String> codes(BatchResult it) {
    return it.prediction() == null
        ? List.of()
        : Stream.of(
                it.flight().carrier(),
                String.valueOf(it.flight().flightNum()),
                it.flight().origin(),
                it.flight().dest(),
                it.flight().flightDate().toString())
            .toList();
  }

  private static String param(Context ctx, String name) {
    String given = ctx.queryParam(name);
    return given == null ? "" : given.strip();
  }
}
