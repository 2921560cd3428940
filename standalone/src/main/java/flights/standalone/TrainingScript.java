package flights.standalone;

import flights.core.training.TrainingListener;
import java.io.IOException;
import java.util.List;

/** Runs each training that was asked for on the page as a child of this process. */
final class TrainingScript implements TrainingListener.Script {

  private final Launcher launcher;
  private final ProcessTable table;
  private Child child;
  private boolean stopped;

  TrainingScript(Launcher launcher, ProcessTable table) {
    this.launcher = launcher;
    this.table = table;
  }

  @Override
  public int run(List<String> words) throws IOException, InterruptedException {
    return next(words).runOnce();
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (child != null) {
      child.stop();
    }
  }

  private synchronized Child next(List<String> words) {
    child = launcher.child("train", table, words.toArray(String[]::new));
    if (stopped) {
      child.stop();
    }
    return child;
  }
}
