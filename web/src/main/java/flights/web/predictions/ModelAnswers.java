package flights.web.predictions;

import flights.core.contract.ModelConfig;
import flights.web.answers.AnswerSource;
import flights.web.answers.Answers;
import flights.web.backends.Backends;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The answers of the models that were asked here lately; each has a listener of its own. */
final class ModelAnswers implements AutoCloseable {

  /** Each costs a connection, two threads and the latest thousand answers. */
  private static final int MOST = 16;

  private final Backends backends;
  private final Executor executor;
  private final Map<AnswerSource, Answers> bySource = new LinkedHashMap<>(16, 0.75f, true);

  ModelAnswers(Backends backends, Executor executor) {
    this.backends = backends;
    this.executor = executor;
  }

  /** Of the model; the one that was asked longest ago makes room. */
  synchronized Answers of(ModelConfig model) {
    AnswerSource source = AnswerSource.of(model);
    Answers found = bySource.get(source);
    if (found == null) {
      found = new Answers(source, backends, executor, message -> {});
      found.start();
      bySource.put(source, found);
      if (bySource.size() > MOST) {
        AnswerSource eldest = bySource.keySet().iterator().next();
        bySource.remove(eldest).close();
      }
    }
    return found;
  }

  @Override
  public synchronized void close() {
    bySource.values().forEach(Answers::close);
    bySource.clear();
  }
}
