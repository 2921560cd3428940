package flights.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressMethodsTest {

  private final AddressMethods methods = new AddressMethods();

  @Test
  void thePatternThatNamesMoreDecides() {
    methods.add("GET", "/models/{name}/{version}");
    methods.add("POST", "/models/{name}/rollback");
    methods.add("GET", "/models/{name}/trainings");
    methods.add("POST", "/models/{name}/trainings");

    assertThat(methods.of("/models/sales/7")).containsExactly("GET");
    assertThat(methods.of("/models/sales/rollback")).containsExactly("POST");
    assertThat(methods.of("/models/sales/trainings")).containsExactly("GET", "POST");
    assertThat(methods.of("/models/sales")).isEmpty();
    assertThat(methods.of("/models/sales/7/8")).isEmpty();
  }

  @Test
  void aPlainAddressGoesBeforeAPatternAndASlashAtItsEndIsNoPart() {
    methods.add("GET", "/flights/{origin}/{dest}/{date}");
    methods.add("POST", "/flights/delays/predict/classify");
    methods.add("GET", "/");

    assertThat(methods.of("/flights/delays/predict/classify")).containsExactly("POST");
    assertThat(methods.of("/flights/delays/predict/classify/")).containsExactly("POST");
    assertThat(methods.of("/flights/JFK/LAX/2013-07-04")).containsExactly("GET");
    assertThat(methods.of("/")).containsExactly("GET");
  }
}
