package flights.workloads.bots;

import flights.workloads.chance.SeededNumbers;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * All that happens in the shop, in the order of time, without an end. It keeps one visitor a user,
 * and there are at most so many as are allowed.
 */
final class Traffic {

  private static final double MINUTE = 60_000;

  private final TrafficRules rules;
  private final long seed;
  private final int mostUsers;
  private final SeededNumbers signUps;
  private final PriorityQueue<Visitor> visitors =
      new PriorityQueue<>(
          Comparator.comparingLong(Visitor::next).thenComparingInt(it -> it.user().id()));
  private final long from;
  private final int usersAtStart;
  private long nextSignUp;
  private int users;

  /**
   * The traffic from a time on.
   *
   * @param from milliseconds
   * @param usersAtStart they are the first steps
   */
  Traffic(TrafficRules rules, long seed, long from, int usersAtStart, int mostUsers) {
    this.rules = rules;
    this.seed = seed;
    this.from = from;
    this.usersAtStart = usersAtStart;
    this.mostUsers = mostUsers;
    signUps = new SeededNumbers(seed, -1);
    nextSignUp = afterSignUp(from);
  }

  TrafficStep step() {
    if (users < usersAtStart) {
      return signUp(from);
    }
    if (nextSignUp <= visitors.element().next()) {
      long at = nextSignUp;
      nextSignUp = afterSignUp(at);
      return signUp(at);
    }
    Visitor visitor = visitors.remove();
    TrafficStep step = visitor.step();
    visitors.add(visitor);
    return step;
  }

  private TrafficStep signUp(long at) {
    users++;
    Visitor visitor = new Visitor(rules, seed, users, at);
    visitors.add(visitor);
    return new TrafficStep.UserSaved(visitor.user(), true);
  }

  private long afterSignUp(long at) {
    return rules.sign_ups_a_minute() == 0 || users + 1 >= mostUsers
        ? Long.MAX_VALUE
        : at + 1 + (long) signUps.exponential(MINUTE / rules.sign_ups_a_minute());
  }
}
