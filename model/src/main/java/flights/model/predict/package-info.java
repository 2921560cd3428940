/**
 * The functions {@code predict} and {@code predict_struct} of Spark SQL: a model's answer for the
 * values of a row.
 */
package flights.model.predict;
