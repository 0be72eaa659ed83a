/** The single writer that owns one symbol's state, and the immutable views that it publishes. */
@NullMarked
package io.faultline.desk;

import org.jspecify.annotations.NullMarked;
