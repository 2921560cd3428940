package flights.flight.spark.delay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Flights of the past, of any number: they are summed up on the executors, and the driver holds the
 * sums by key and a sample of the flights, which is the same on any number of partitions.
 */
final class Past {

  private final Dataset<Row> rows;
  private final JavaSparkContext spark;
  private final Overview overview;
  private final Vocabulary vocabulary;
  private final Blocks blocks;

  /**
   * @param rows with the columns of {@link FlightColumns#past}
   */
  Past(Dataset<Row> rows) {
    this.rows = rows;
    this.spark = JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    this.overview =
        rows.toJavaRDD()
            .mapPartitions((FlatMapFunction<Iterator<Row>, Overview>) Overview::of)
            .fold(Overview.none(), Overview::with);
    if (overview.flights() == 0) {
      throw new IllegalArgumentException("no flight with an arrival delay to learn from");
    }
    this.vocabulary = overview.vocabulary();
    vocabulary.checkSizes();
    this.blocks = Blocks.of(overview.firstDay(), overview.lastDay());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Samples of the flights, each with the history that is kept for it. */
  record Learnt(History history, ArrivedFlights sample, Places places, History rest) {

    /** What history says of a flight of the sample, leaving out the weeks around its own. */
    Sums without(ArrivedFlight flown, Blocks blocks) {
      int block = blocks.of(flown.day());
      long origin = Keys.originHour(flown.codes(), flown.schedule());
      long dest = Keys.destHour(flown.codes(), flown.schedule());
      return (key, sum) -> {
        // Of hours only those of the flight's own timetable are kept for it.
        long kept = Keys.isOriginHour(key) ? origin : Keys.isDestHour(key) ? dest : key;
        int number = places.number(kept, block);
        return number == 0 ? 0 : rest.sum(number, sum);
      };
    }
  }

  Blocks blocks() {
    return blocks;
  }

  Era era() {
    return new Era(overview.firstDay(), overview.lastDay());
  }

  Learnt learn(int maxSamples, long seed) {
    ArrivedFlights sample = sample(maxSamples, seed);
    Set<Places.Place> wanted = new HashSet<>();
    for (int i = 0; i < sample.size(); i++) {
      ArrivedFlight flown = sample.get(i);
      int block = blocks.of(flown.day());
      for (long key : Keys.all(flown.codes(), flown.schedule())) {
        if (key != Keys.NONE) {
          wanted.add(new Places.Place(key, block));
        }
      }
    }
    Places places = Places.of(wanted);
    Dataset<Row> sums = sums().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<HistoryParts.Part> parts =
          sums.toJavaRDD().mapPartitions(new HistoryParts(blocks, seasons(sums), places)).collect();
      History whole = new History();
      History rest = new History();
      parts.forEach(
          part -> {
            whole.putAll(part.whole());
            rest.putAll(part.rest());
          });
      return new Learnt(whole, sample, places, rest);
    } finally {
      sums.unpersist();
    }
  }

  private ArrivedFlights sample(int maxSamples, long seed) {
    double share = maxSamples / (double) overview.flights();
    List<ArrivedFlights> parts =
        flown()
            .mapPartitions(
                flights -> List.of(ArrivedFlights.sampled(flights, share, seed)).iterator())
            .collect();
    return ArrivedFlights.sorted(parts, seed);
  }

  private JavaRDD<ArrivedFlight> flown() {
    Broadcast<Vocabulary> names = spark.broadcast(vocabulary);
    return rows.toJavaRDD().map(row -> FlightColumns.flown(row, names.value()));
  }

  private Dataset<Row> sums() {
    Blocks all = blocks;
    JavaRDD<Row> counted = flown().mapPartitions(flights -> new PastSums(flights, all));
    Column[] sums =
        Arrays.stream(HistorySum.values())
            .map(HistorySum::name)
            .map(name -> sum(name).as(name))
            .toArray(Column[]::new);
    return rows.sparkSession()
        .createDataFrame(counted, PastSums.TYPE)
        .repartition(col(PastSums.KEY))
        .groupBy(PastSums.KEY, PastSums.BLOCK)
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
        .sortWithinPartitions(PastSums.KEY, PastSums.BLOCK);
  }

  private Season[] seasons(Dataset<Row> sums) {
    Season[] seasons = new Season[blocks.count()];
    Arrays.fill(seasons, Season.NONE);
    for (Row row : sums.where(col(PastSums.KEY).equalTo(Keys.ALL)).collectAsList()) {
      double flights = Math.max(1, row.<Long>getAs(HistorySum.FLIGHTS.name()));
      seasons[row.getInt(1)] =
          new Season(
              row.<Long>getAs(HistorySum.GAIN.name()) / flights,
              row.<Long>getAs(HistorySum.DEPARTURE_DELAY.name()) / flights);
    }
    return seasons;
  }
}
