package flights.flight;

import java.util.Optional;

/** Which airports can be asked about; its texts are for people. */
public interface AirportCheck {

  /** Why a code of three letters cannot be asked about; empty when it can. */
  Optional<String> refusal(String code);

  /** The codes of a city or an airport that somebody names; empty for an unknown name. */
  String codes(String name);
}
