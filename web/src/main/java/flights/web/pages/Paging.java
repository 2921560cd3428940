package flights.web.pages;

import flights.core.contract.FieldError;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of a long list.
 *
 * @param page from 1
 * @param total how many there are on all pages
 */
public record Paging<T>(List<T> items, int page, int pages, int total) {

  private static final int SIZE = 50;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /**
   * The page that the parameter {@code page} asks for, or the nearest that there is. Throws {@link
   * Problem} when it is no number.
   */
  public static <T> Paging<T> of(Context ctx, List<T> all) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int page = Math.max(1, Math.min(pages, number(ctx.queryParam("page"))));
    List<T> items = all.subList((page - 1) * SIZE, Math.min(all.size(), page * SIZE));
    return new Paging<>(items, page, pages, all.size());
  }

  private static int number(String text) {
    if (text == null || text.isEmpty()) {
      return 1;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw Problem.badFields(
          List.of(new FieldError("page", "must be a number, such as 1 for the first page")));
    }
    return Integer.parseInt(text);
  }
}
