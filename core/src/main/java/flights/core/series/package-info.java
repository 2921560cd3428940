/**
 * What versions of models have learnt from, as monthly series that can be drawn: who trains writes
 * it, and the pages read it. Knows no certain model.
 */
package flights.core.series;
