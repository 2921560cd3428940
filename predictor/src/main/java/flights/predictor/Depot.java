package flights.predictor;

import java.util.List;

/** Where entries are kept. */
interface Depot {

  /** Returns when the entries are safe, and gives them as they are kept: some may be rejected. */
  List<PredictionEntry> put(List<PredictionEntry> entries) throws InterruptedException;

  /** The store; for a model that names no collection nothing, and its answers are only sent. */
  static Depot of(OutletConfig config) {
    return config.isStored() ? new StoreDepot(config) : entries -> entries;
  }
}
