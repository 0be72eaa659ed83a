/** Binance USD-M futures: subscriptions, decoding, REST and limits of that venue, and nothing else. */
@NullMarked
package io.faultline.venue.binance;

import org.jspecify.annotations.NullMarked;
