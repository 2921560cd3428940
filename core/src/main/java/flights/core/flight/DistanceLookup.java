package flights.core.flight;

import java.util.Optional;

/** Knows how far two airports are from each other. */
@FunctionalInterface
public interface DistanceLookup {

  /** Statute miles, or empty when an airport is not known. */
  Optional<Double> miles(String origin, String dest);
}
