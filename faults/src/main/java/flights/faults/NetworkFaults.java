package flights.faults;

import java.util.function.Consumer;
import java.util.function.Function;

/** What networks do between the processes. */
final class NetworkFaults {

  private NetworkFaults() {}

  static Fault<TestSystem> cut(String name, Function<TestSystem, Proxy> proxy) {
    return network(
        "cut-" + name, "the " + name + " cannot be reached for 30 s", true, proxy, Proxy::cut);
  }

  static Fault<TestSystem> swallow(String name, Function<TestSystem, Proxy> proxy) {
    return network(
        "hang-" + name,
        "the " + name + " takes all that is sent and says nothing for 30 s",
        false,
        proxy,
        Proxy::swallow);
  }

  static Fault<TestSystem> delay(String name, Function<TestSystem, Proxy> proxy) {
    return network(
        "delay-" + name,
        "all to and from the " + name + " takes 100 ms longer for 30 s",
        false,
        proxy,
        it -> it.delay(100));
  }

  static Fault<TestSystem> reset(String name, Function<TestSystem, Proxy> proxy) {
    return new Fault<>(
        "reset-" + name,
        "all connections to the " + name + " are reset every second for 30 s",
        false,
        context -> {
          long end = System.nanoTime() + context.seconds(30).toNanos();
          while (System.nanoTime() < end) {
            proxy.apply(context.system()).reset();
            Thread.sleep(1_000);
          }
          return null;
        });
  }

  private static Fault<TestSystem> network(
      String name,
      String what,
      boolean quick,
      Function<TestSystem, Proxy> proxy,
      Consumer<Proxy> how) {
    return new Fault<>(
        name,
        what,
        quick,
        context -> {
          Proxy between = proxy.apply(context.system());
          how.accept(between);
          try {
            context.pause(30);
            return null;
          } finally {
            between.pass();
          }
        });
  }
}
