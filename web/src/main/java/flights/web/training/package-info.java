/** Trainings that are asked for on a page, and the rows that are uploaded for them. */
package flights.web.training;
