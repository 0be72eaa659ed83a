/** dYdX v4: subscriptions, decoding, REST and limits of that venue's indexer, and nothing else. */
@NullMarked
package io.faultline.venue.dydx;

import org.jspecify.annotations.NullMarked;
