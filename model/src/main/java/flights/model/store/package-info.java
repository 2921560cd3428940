/**
 * Collections of the shared MongoDB as tables of Spark, with the same access as all other clients.
 */
package flights.model.store;
