/**
 * Files that are uploaded to be learnt from: where they are kept, by its address, how they get
 * there, and how old ones go.
 */
package flights.web.uploads;
