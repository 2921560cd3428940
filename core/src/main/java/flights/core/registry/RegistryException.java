package flights.core.registry;

/** The registry cannot do what was asked of it; the message says why and what to do. */
public final class RegistryException extends RuntimeException {
  RegistryException(String message) {
    super(message);
  }
}
