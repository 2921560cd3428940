package flights.bench.faults;

/**
 * Something that goes wrong while the system is at work.
 *
 * @param what it is, in words
 * @param quick whether it is tried in the short form too
 * @param course begins with the fault and returns when it is over; what it returns is a remark, or
 *     null
 */
record Fault(String name, String what, boolean quick, Course course) {

  /** What is done to the system. */
  interface Course {
    String run(Scene scene) throws Exception;
  }
}
