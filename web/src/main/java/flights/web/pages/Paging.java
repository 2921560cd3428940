package flights.web.pages;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.List;

/**
 * A page of a long list.
 *
 * @param page from 1
 * @param total how many there are on all pages
 */
public record Paging<T>(List<T> items, int page, int pages, int total) {

  private static final int SIZE = 50;

  /**
   * The page that the parameter {@code page} asks for, or the nearest that there is. Throws {@link
   * Problem} when it is no number.
   */
  public static <T> Paging<T> of(Context ctx, List<T> all) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int page = Math.max(1, Math.min(pages, number(ctx.queryParams("page"))));
    List<T> items = all.subList((page - 1) * SIZE, Math.min(all.size(), page * SIZE));
    return new Paging<>(items, page, pages, all.size());
  }

  private static int number(List<String> asked) {
    if (asked.isEmpty()) {
      return 1;
    }
    if (asked.size() > 1 || !asked.get(0).matches("\\d{1,6}")) {
      throw Problem.badRequest("The page must be one number, from 1 to 999999.");
    }
    return Integer.parseInt(asked.get(0));
  }
}
