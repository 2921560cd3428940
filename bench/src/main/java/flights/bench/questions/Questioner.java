package flights.bench.questions;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoDatabase;
import flights.bench.questions.TimedAnswer.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks, and takes the time.
 *
 * @param database ends by itself what takes too long
 * @param alive whether the store still answers
 */
public record Questioner(MongoDatabase database, BooleanSupplier alive) {

  private static final int TIMES = 3;
  private static final int TOO_LONG = 50;
  private static final int TOO_MUCH = 292;

  /** The median of some answers; what is not answered is asked once. */
  public TimedAnswer ask(Question question) {
    List<TimedAnswer> answers = new ArrayList<>();
    do {
      answers.add(once(question));
    } while (answers.size() < TIMES && last(answers).outcome() == Outcome.ANSWERED);
    if (last(answers).outcome() != Outcome.ANSWERED) {
      return last(answers);
    }
    answers.sort(Comparator.comparingDouble(TimedAnswer::millis));
    return answers.get(TIMES / 2);
  }

  /** The answer, whatever it is. */
  TimedAnswer once(Question question) {
    long start = System.nanoTime();
    try {
      for (Object ignored : question.ask(database)) {
        // It is answered when all of it has come.
      }
      return new TimedAnswer(Outcome.ANSWERED, millisSince(start), "");
    } catch (MongoException e) {
      double millis = millisSince(start);
      String told =
          e instanceof MongoCommandException command ? command.getErrorMessage() : e.getMessage();
      return new TimedAnswer(outcome(e), millis, told);
    }
  }

  private static double millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e6;
  }

  private Outcome outcome(MongoException failure) {
    if (failure.getCode() == TOO_MUCH) {
      return Outcome.REFUSED;
    }
    if (!alive.getAsBoolean()) {
      return Outcome.DEAD;
    }
    return failure instanceof MongoOperationTimeoutException || failure.getCode() == TOO_LONG
        ? Outcome.TOO_LONG
        : Outcome.ERROR;
  }

  private static TimedAnswer last(List<TimedAnswer> answers) {
    return answers.get(answers.size() - 1);
  }
}
