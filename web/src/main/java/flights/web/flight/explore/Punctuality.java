package flights.web.flight.explore;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.flight.DelayBucket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How punctual a group of flights was. On time is less than 15 minutes late.
 *
 * @param buckets how many flights fell into each {@link DelayBucket}; empty when not counted
 * @param first the date of the first flight; null when not known
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Punctuality(
    long flights,
    long onTime,
    Double onTimeShare,
    Double meanDepDelay,
    Double meanArrDelay,
    List<Long> buckets,
    Percentiles depDelayPercentiles,
    Percentiles arrDelayPercentiles,
    String first,
    String last) {

  public Punctuality {
    buckets = buckets == null ? List.of() : List.copyOf(buckets);
  }

  /** How the flights are spread over the buckets; empty when not counted. */
  public List<Slice> slices() {
    long all = buckets.stream().mapToLong(it -> it).sum();
    return IntStream.range(0, all == 0 ? 0 : buckets.size())
        .mapToObj(i -> new Slice(DelayBucket.of(i), (double) buckets.get(i) / all))
        .toList();
  }

  /** One bucket and its share of the flights, from 0 to 1. */
  public record Slice(DelayBucket bucket, double share) {}
}
