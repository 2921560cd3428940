package flights.sql.query;

import com.mongodb.MongoException;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.predict.PredictCounts;
import flights.sql.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries until it is told to stop, and tells how they are. */
public final class QueryService {

  private static final Logger LOG = LoggerFactory.getLogger(QueryService.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TELL = Duration.ofMinutes(1);
  private static final int STOP_WITHIN_SECONDS = 4;

  private final Settings settings;
  private final List<RunningQuery> queries;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  public QueryService(Settings settings, List<PlannedQuery> plans) {
    this.settings = settings;
    this.queries = plans.stream().map(plan -> new RunningQuery(plan, settings)).toList();
  }

  /** Throws IllegalStateException when no query can go on. */
  public void run() throws InterruptedException {
    try (Store store = Store.open(settings)) {
      for (RunningQuery query : queries) {
        makeTopic(query.plan().target());
        query.begin();
      }
      LOG.info("ready: {}", queries.size() == 1 ? "1 query runs" : queries.size() + " queries run");
      watch(new QueryStates(store));
    } finally {
      queries.forEach(RunningQuery::stop);
      stopped.countDown();
    }
  }

  /** Ends the queries in order, or, when that takes long, leaves it to their checkpoints. */
  public void stop() {
    stopping.countDown();
    try {
      var unused = stopped.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void makeTopic(Target target) throws InterruptedException {
    if (target.topic() != null) {
      Topic.ensure(settings, target.topic(), false);
    }
  }

  private void watch(QueryStates states) throws InterruptedException {
    Instant told = Instant.now();
    while (!stopping.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      queries.forEach(RunningQuery::look);
      if (queries.stream().allMatch(RunningQuery::hasEnded)) {
        throw new IllegalStateException("no query is left that can go on");
      }
      store(states);
      if (told.plus(TELL).isBefore(Instant.now())) {
        told = Instant.now();
        tell();
      }
    }
    tell();
  }

  private void store(QueryStates states) {
    try {
      queries.forEach(query -> states.put(query.state()));
    } catch (MongoException e) {
      LOG.debug("how the queries are cannot be stored", e);
    }
  }

  private void tell() {
    queries.forEach(query -> LOG.info(query.state().line()));
    PredictCounts.now()
        .forEach(
            (model, count) ->
                LOG.info(
                    "predict('{}'): {} rows scored, {} could not be",
                    model,
                    count.scored(),
                    count.notScored()));
  }
}
