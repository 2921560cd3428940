package flights.web.streams;

import flights.web.errors.Problem;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Says to those who watch a stream that it has changed, and no more: they then ask for its part.
 * What changes is looked up once for all of them, and only while somebody watches.
 */
final class ChangeEvents implements Runnable {

  private static final int MOST = 500;

  private final UnaryOperator<String> known;
  private final Function<String, Object> state;
  private final Map<String, Queue<SseClient>> watchers = new ConcurrentHashMap<>();
  private final Map<String, Object> last = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param known throws {@link Problem} for a name that there is not
   * @param state of a stream by its name; equal as long as it has not changed
   */
  ChangeEvents(UnaryOperator<String> known, Function<String, Object> state) {
    this.known = known;
    this.state = state;
  }

  /** Throws {@link Problem} when a stream cannot be watched. */
  void admit(String name) {
    var unused = known.apply(name);
    if (open.get() >= MOST) {
      throw Problem.unavailable("Too many watch at the moment; the page asks again by itself.");
    }
  }

  void watch(SseClient client) {
    Queue<SseClient> same =
        watchers.computeIfAbsent(
            client.ctx().pathParam("name"), name -> new ConcurrentLinkedQueue<>());
    open.incrementAndGet();
    client.keepAlive();
    client.onClose(
        () -> {
          same.remove(client);
          open.decrementAndGet();
        });
    same.add(client);
    client.sendEvent("changed", "now");
  }

  /** To be called every few seconds. */
  @Override
  public void run() {
    watchers.forEach(
        (name, clients) -> {
          if (clients.isEmpty()) {
            last.remove(name);
            return;
          }
          Object now = state.apply(name);
          if (!now.equals(last.put(name, now))) {
            clients.forEach(it -> it.sendEvent("changed", "now"));
          } else {
            // Also finds out who has gone.
            clients.forEach(it -> it.sendComment("still here"));
          }
        });
  }
}
