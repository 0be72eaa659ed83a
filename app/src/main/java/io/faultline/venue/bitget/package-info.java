/** Bitget UTA v3, USDT futures: subscriptions, decoding, REST and limits of that venue, and nothing else. */
@NullMarked
package io.faultline.venue.bitget;

import org.jspecify.annotations.NullMarked;
