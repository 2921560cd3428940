package flights.standalone;

/** Says how a process has ended. */
final class Exit {

  private static final int SIGNALLED = 128;

  private Exit() {}

  /**
   * One line.
   *
   * @param lastLine what the process said last
   */
  static String words(int code, String lastLine) {
    if (code > SIGNALLED) {
      return "was killed by signal " + (code - SIGNALLED);
    }
    return "ended with exit code " + code + (lastLine.isBlank() ? "" : ": " + lastLine.strip());
  }
}
