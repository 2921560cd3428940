package flights.model.delay;

import java.io.Serializable;

/** The head for flights that have left, and the one for flights that have not. */
record Heads(Head departed, Head notDeparted) implements Serializable {

  Head of(boolean hasDeparted) {
    return hasDeparted ? departed : notDeparted;
  }
}
