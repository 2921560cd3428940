/** Files that are whole wherever they are seen. */
package flights.workloads.file;
