/** What Java's own file classes do only for single files. */
package flights.core.files;
