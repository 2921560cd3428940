package flights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on the history of flights. */
class ExploreIT {

  @BeforeAll
  static void importFlights() {
    ImportedFlights.into(Cluster.shared().store);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                                | 31,205
          /airlines                        | JetBlue &lt;Airways&gt;
          /airline/b6                      | 62%
          /airline/B6                      | N580JB
          /airplanes                       | AIRBUS
          /airplanes?q=jetblue+a320        | N580JB
          /airplanes?q=nothing             | 0 airplanes
          /airplanes?page=999              | N580JB
          /airplane/N580JB                 | 20:40 to 23:58
          /airport/JFK                     | John F Kennedy Intl
          /airport/ORD                     | No flights to or from here are known
          /flights/search                  | Find flights
          /flights/JFK/PDX/2013-07-04      | JetBlue Airways</a> 165
          /flights/JFK/PDX/2013-07-05      | No flights are known of that day
          /on_time_performance             | JetBlue
          /on_time_performance?Carrier=B6&FlightDate=2013-07-04&FlightNum=165 | −3 min
          /on_time_performance?Carrier=B6&FlightDate=2013-07-04&FlightNum=166 | not known to have flown
          /total_flights                   | July 2013
          /parts/route?Origin=JFK&Dest=PDX&Carrier=B6&FlightNum=165 | usually leaves 20:40, arrives 23:58
          /parts/route?Origin=JFK&Dest=PDX&Carrier=B6&FlightNum=999 | No earlier flight of this number
          /parts/route?Origin=JFK&Dest=ORD | miles
          """)
  void aPageSaysWhatIsKnown(String path, String text) {
    HttpResponse<String> page = Site.CALLS.page(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(text)
        .doesNotContain("<Airways>", "style=", "onclick", "<script>");
  }

  @Test
  void totalsAreThereAsJson() {
    assertThat(Site.CALLS.get("/total_flights.json").body())
        .isEqualTo(
            """
            [{"Year":2013,"Month":7,"total_flights":205},{"Year":2013,"Month":8,"total_flights":31000}]\
            """);
  }

  @Test
  void theSearchLeadsToTheFlights() {
    HttpResponse<String> found =
        Site.CALLS.page("/flights/search?Origin=jfk&Dest=PDX&FlightDate=2013-07-04");

    assertThat(found.statusCode()).isEqualTo(303);
    assertThat(found.headers().firstValue("Location")).contains("/flights/JFK/PDX/2013-07-04");
  }

  @Test
  void theSearchSaysWhatIsWrong() {
    HttpResponse<String> again =
        Site.CALLS.page("/flights/search?Origin=%3Cb%3E&Dest=PDX&FlightDate=2013-07-04");

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body())
        .contains("Origin must be an airport", "&lt;b&gt;")
        .doesNotContain("<b>");
  }

  @Test
  void theSearchSaysWhatIsMissing() {
    HttpResponse<String> again = Site.CALLS.page("/flights/search?Origin=JFK&Dest=&FlightDate=");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains("Destination is missing", "Date is missing")
        .doesNotContain("Origin is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/airline/B6?fleet=",
        "/airplanes?q=&page=",
        "/flights/search?Origin=",
        "/on_time_performance?Carrier=&FlightNum=1&FlightDate=",
        "/parts/route?Origin=JFK&Dest=PDX&Carrier=&FlightNum="
      })
  void anEmptyParameterIsAsNone(String path) {
    assertThat(Site.CALLS.page(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/airline/ZZ", "/airplane/N1", "/airport/QQQ", "/airplane/manufacturers"})
  void whatIsNotThereIsSaid(String path) {
    assertThat(Site.CALLS.page(path).statusCode()).isIn(404, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/airline/%3Cscript%3E",
        "/airplane/..%5C..",
        "/flights/JFK/LAX/yesterday",
        "/flights/JFK/LAX/2013-02-30",
        "/flights/JFK/LAX/%2B999999999-12-31",
        "/flights/J/LAX/2013-02-03",
        "/on_time_performance?FlightNum=-1",
        "/on_time_performance?FlightDate=today",
        "/flights/search?FlightDate=2013-02-30",
        "/airplanes?page=two",
        "/airplanes?page=1&page=2",
        "/on_time_performance?FlightNum=x&Carrier=AA&FlightDate=2013-07-04",
        "/parts/route?Origin=JFK"
      })
  void whatCannotBeIsRefused(String path) {
    HttpResponse<String> refused = Site.CALLS.page(path);

    assertThat(refused.statusCode()).isIn(400, 404);
    assertThat(refused.body()).doesNotContain("<script>", "Exception");
  }
}
