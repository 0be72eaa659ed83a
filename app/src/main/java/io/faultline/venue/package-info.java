/** What every venue adapter offers: connections to open, requests to make, and a decoder. One package below for each venue. */
@NullMarked
package io.faultline.venue;

import org.jspecify.annotations.NullMarked;
