/** How any page is drawn: templates, assets, figures and dates in words. Knows no certain page. */
package flights.web.pages;
