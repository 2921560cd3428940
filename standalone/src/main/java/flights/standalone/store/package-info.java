/**
 * The embedded store: documents and indexes as maps of a file, a journal beside it, and MongoDB's
 * protocol before it.
 */
package flights.standalone.store;
