/** Who may ask what, how much and how often, before a request reaches its page. Knows no page. */
package flights.web.guard;
