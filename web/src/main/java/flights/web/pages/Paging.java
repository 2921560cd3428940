package flights.web.pages;

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

  /** The page that the parameter {@code page} asks for, or the nearest that there is. */
  public static <T> Paging<T> of(Context ctx, List<T> all) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int page = Math.max(1, Math.min(pages, number(ctx.queryParam("page"))));
    List<T> items = all.subList((page - 1) * SIZE, Math.min(all.size(), page * SIZE));
    return new Paging<>(items, page, pages, all.size());
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
  }
}
