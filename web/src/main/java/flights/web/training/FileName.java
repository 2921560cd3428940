package flights.web.training;

/** The name that a file has where it comes from: shown to people, and used for nothing else. */
final class FileName {

  private static final int LONGEST = 100;

  private FileName() {}

  /** Without folders and signs that cannot be seen; null when nothing is left. */
  static String cleaned(String given) {
    if (given == null) {
      return null;
    }
    String name = given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')));
    // Control and format signs may turn the text around them; lone surrogates are no signs at all.
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "").strip();
    if (clean.isEmpty()) {
      return null;
    }
    return clean.codePointCount(0, clean.length()) <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
