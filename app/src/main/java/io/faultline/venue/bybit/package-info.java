/** Bybit linear contracts: subscriptions, decoding, REST and limits of that venue, and nothing else. */
@NullMarked
package io.faultline.venue.bybit;

import org.jspecify.annotations.NullMarked;
