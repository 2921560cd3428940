package flights.bench.questions;

import flights.bench.questions.TimedAnswer.Outcome;
import flights.bench.report.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks one question after the other, over and over, while something else is measured. */
public final class RepeatedQuestions implements AutoCloseable {

  private final Questioner questioner;
  private final List<Question> questions;
  private final Map<String, List<TimedAnswer>> answers = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::ask, "questions");
  private volatile boolean stopping;

  private RepeatedQuestions(Questioner questioner, List<Question> questions) {
    this.questioner = questioner;
    this.questions = questions;
  }

  /** Begins at once. */
  public static RepeatedQuestions start(Questioner questioner, List<Question> questions) {
    RepeatedQuestions asking = new RepeatedQuestions(questioner, questions);
    asking.thread.setDaemon(true);
    asking.thread.start();
    return asking;
  }

  /** Waits for the answer to the last question. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The median of each question's answers, after all has ended. */
  public void tell(Findings findings, String group) {
    for (Question question : questions) {
      List<TimedAnswer> all = answers.getOrDefault(question.name(), List.of());
      if (all.isEmpty()) {
        findings.remark(group + ", " + question.name() + ": not asked, the time was too short");
      } else {
        tell(findings, group, question.name(), all);
      }
    }
  }

  private static void tell(Findings findings, String group, String name, List<TimedAnswer> all) {
    List<TimedAnswer> answered =
        all.stream()
            .filter(it -> it.outcome() == Outcome.ANSWERED)
            .sorted(Comparator.comparingDouble(TimedAnswer::millis))
            .toList();
    if (!answered.isEmpty()) {
      answered.get(answered.size() / 2).tell(findings, group, name + ", median");
      answered.get(answered.size() - 1).tell(findings, group, name + ", longest");
    }
    findings.figure(group, name + ", times answered", answered.size(), "");
    all.stream()
        .filter(it -> it.outcome() != Outcome.ANSWERED)
        .findFirst()
        .ifPresent(it -> it.tell(findings, group, name));
  }

  private void ask() {
    while (true) {
      for (Question question : questions) {
        if (stopping) {
          return;
        }
        TimedAnswer answer = questioner.once(question);
        answers.computeIfAbsent(question.name(), it -> new ArrayList<>()).add(answer);
        if (answer.outcome() == Outcome.DEAD) {
          return;
        }
      }
    }
  }
}
