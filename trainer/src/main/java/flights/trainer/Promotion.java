package flights.trainer;

import flights.core.settings.Arguments;
import flights.trainer.gate.Verdict;

/** When a new version takes the champion's place. */
enum Promotion {
  WHEN_BETTER,
  ALWAYS,
  NEVER;

  static Promotion of(Arguments given) {
    if (given.has("--promote") && given.has("--no-promote")) {
      throw new IllegalArgumentException("--promote and --no-promote exclude each other");
    }
    if (given.has("--promote")) {
      return ALWAYS;
    }
    return given.has("--no-promote") ? NEVER : WHEN_BETTER;
  }

  boolean follows(Verdict verdict) {
    return this == ALWAYS || this == WHEN_BETTER && verdict.better();
  }
}
