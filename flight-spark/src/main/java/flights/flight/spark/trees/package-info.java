/** Boosted trees: learnt with XGBoost, and asked without it. */
package flights.flight.spark.trees;
