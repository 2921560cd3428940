package flights.faults;

/**
 * Something that goes wrong while the system is at work.
 *
 * @param what it is, in words
 * @param quick whether it is tried in the short form too
 * @param action begins with the fault and returns when it is over; what it returns is a remark, or
 *     null
 * @param <S> the kind of system that it is done to
 */
record Fault<S extends FaultTarget>(String name, String what, boolean quick, Action<S> action) {

  /** What is done to the system. */
  interface Action<S extends FaultTarget> {

    String run(FaultContext<S> context) throws Exception;

    /** What has to be there before the load begins. */
    default void prepare(S system, boolean isShort) throws Exception {}
  }
}
