/** Work beside the requests, which goes on when a part of it fails, and tells its trouble once. */
package flights.web.background;
