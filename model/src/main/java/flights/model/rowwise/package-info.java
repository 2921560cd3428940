/** Plans of Spark that work row by row, run without a job. */
package flights.model.rowwise;
