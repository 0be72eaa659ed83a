/** The vocabulary every other package speaks: venues, instruments, scaled decimals, raw frames and market events. */
@NullMarked
package io.faultline.market;

import org.jspecify.annotations.NullMarked;
