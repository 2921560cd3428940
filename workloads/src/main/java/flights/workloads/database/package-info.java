/** A MariaDB server of this machine, for demos and tests. */
package flights.workloads.database;
