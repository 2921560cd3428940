package flights.workloads.chance;

/**
 * Numbers that look like chance and are the same for the same seed on every machine: SplitMix64,
 * and {@link StrictMath}.
 */
public final class SeededNumbers {

  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;
  // Above it, chance is as good as normally distributed.
  private static final double MANY = 30;
  private static final int FAR = 1000;

  private long state;

  /** A sequence of its own for all that is different in one of these. */
  public SeededNumbers(long... seeds) {
    begin(seed(seeds));
  }

  public static long seed(long... seeds) {
    long seed = 0;
    for (long part : seeds) {
      seed = mix(seed + STEP + mix(part));
    }
    return seed;
  }

  /** Goes on with the sequence of another seed. */
  public void begin(long seed) {
    state = mix(seed);
  }

  private long next() {
    state += STEP;
    return mix(state);
  }

  private static long mix(long from) {
    long to = (from ^ (from >>> 30)) * 0xBF58476D1CE4E5B9L;
    to = (to ^ (to >>> 27)) * 0x94D049BB133111EBL;
    return to ^ (to >>> 31);
  }

  /** From 0 to below 1. */
  public double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** Of this mean, as the time until what happens by chance is distributed. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** From 0 to below the bound. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Of mean 0 and variance 1: Marsaglia's polar method. */
  private double normal() {
    double x;
    double square;
    do {
      x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }

  /**
   * A count with this mean and the variance {@code mean + mean^2 / dispersion} (negative binomial):
   * Poisson around a mean that is itself drawn.
   */
  public long count(double mean, double dispersion) {
    return poisson(mean * gamma(dispersion) / dispersion);
  }

  /**
   * Of mean and variance {@code shape}: the method of Marsaglia and Tsang, for shapes of 1 and
   * more.
   */
  public double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0 && StrictMath.log(1 - uniform()) < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }

  private long poisson(double mean) {
    if (mean > MANY) {
      return Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal()));
    }
    double rest = uniform();
    double chance = StrictMath.exp(-mean);
    int count = 0;
    while (rest >= chance && count < FAR) {
      rest -= chance;
      count++;
      chance *= mean / count;
    }
    return count;
  }
}
