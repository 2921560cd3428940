/** Whether the web server and what it needs are there, for load balancers and people. */
package flights.web.health;
