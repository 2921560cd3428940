package flights.web.flight.explore;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * One of the busiest of a kind. Which of route, airplane and airline it is, is told by the one that
 * is not null.
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Share(
    String route, String tailNum, String carrier, long flights, Double onTimeShare) {}
