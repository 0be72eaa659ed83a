/** OKX v5 swaps: subscriptions, decoding, REST and limits of that venue, and nothing else. */
@NullMarked
package io.faultline.venue.okx;

import org.jspecify.annotations.NullMarked;
