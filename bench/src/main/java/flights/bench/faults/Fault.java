package flights.bench.faults;

/**
 * Something that goes wrong while the system is at work.
 *
 * @param what it is, in words
 * @param quick whether it is tried in the short form too
 * @param course begins with the fault and returns when it is over; what it returns is a remark, or
 *     null
 * @param <S> the kind of system that it is done to
 */
record Fault<S extends TestedSystem>(String name, String what, boolean quick, Course<S> course) {

  /** What is done to the system. */
  interface Course<S extends TestedSystem> {

    String run(Scene<S> scene) throws Exception;

    /** What has to be there before the load begins. */
    default void prepare(S system, boolean isShort) throws Exception {}
  }
}
