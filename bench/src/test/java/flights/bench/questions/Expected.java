package flights.bench.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the answer to a question must be.
 *
 * @param answer fails when it is not right
 * @param refusal whether the store may say instead that it is too much to be held
 */
record Expected(Consumer<Iterator<?>> answer, Refusal refusal) {

  enum Refusal {
    WRONG,
    RIGHT_TOO,
    /** Nobody can hold the answer. */
    DEMANDED
  }

  static Expected inOrder(Supplier<Stream<?>> values) {
    return new Expected(
        actual ->
            compare(Fingerprint.inOrder(actual), Fingerprint.inOrder(values.get().iterator())),
        Refusal.WRONG);
  }

  static Expected inAnyOrder(Supplier<Stream<?>> values) {
    return new Expected(
        actual ->
            compare(
                Fingerprint.inAnyOrder(actual), Fingerprint.inAnyOrder(values.get().iterator())),
        Refusal.WRONG);
  }

  static Expected such(Consumer<List<Object>> check) {
    return new Expected(
        actual -> {
          List<Object> values = new ArrayList<>();
          actual.forEachRemaining(values::add);
          check.accept(values);
        },
        Refusal.WRONG);
  }

  Expected orRefused() {
    return new Expected(answer, Refusal.RIGHT_TOO);
  }

  Expected refused() {
    return new Expected(answer, Refusal.DEMANDED);
  }

  private static void compare(Fingerprint actual, Fingerprint expected) {
    List<String> sample = actual.sample();
    for (int i = 0; i < Math.min(sample.size(), expected.sample().size()); i++) {
      assertThat(sample.get(i)).as("number %d", i).isEqualTo(expected.sample().get(i));
    }
    assertThat(actual.count()).as("how many").isEqualTo(expected.count());
    assertThat(actual.hash()).as("hash of all").isEqualTo(expected.hash());
  }
}
