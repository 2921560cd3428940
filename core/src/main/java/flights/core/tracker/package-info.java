/** Tells an MLflow of trainings, and keeps its alias and our champion alike. */
package flights.core.tracker;
