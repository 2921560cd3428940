package flights.trainer;

import flights.core.command.ModelCommands.TrainCommand;
import flights.trainer.gate.Verdict;

/** When a new version takes the champion's place. */
enum Promotion {
  WHEN_BETTER,
  ALWAYS,
  NEVER;

  static Promotion of(TrainCommand asked) {
    if (asked.promote() && asked.noPromote()) {
      throw new IllegalArgumentException("--promote and --no-promote exclude each other");
    }
    if (asked.promote()) {
      return ALWAYS;
    }
    return asked.noPromote() ? NEVER : WHEN_BETTER;
  }

  boolean follows(Verdict verdict) {
    return this == ALWAYS || this == WHEN_BETTER && verdict.better();
  }
}
