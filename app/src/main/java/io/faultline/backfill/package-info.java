/** Fills the history from what venues tell of the past, newest first, and mends the gaps that come later. */
@NullMarked
package io.faultline.backfill;

import org.jspecify.annotations.NullMarked;
