package flights.trainer.pipeline;

import flights.core.card.Task;
import flights.core.text.ClosestName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The keys of a description, for those who look whether they are right.
 *
 * @param file for messages
 */
record DescribedKeys(Path file) {

  void need(String key, Object value) {
    if (value == null) {
      throw fault("the key " + key + " is missing");
    }
  }

  /** Of a key for classes, in a description of another task. */
  void refuse(String key, Object value, Task task) {
    if (value != null) {
      throw fault(
          "the key " + key + " is for the task classification, and this one is " + task.word());
    }
  }

  void oneOf(List<String> named, Collection<String> known, String key, String whatIsWrong) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw fault(key + " names " + name + ", " + whatIsWrong + ClosestName.hint(name, known));
      }
    }
  }

  PipelineException fault(String what) {
    return new PipelineException(file + ": " + what);
  }
}
