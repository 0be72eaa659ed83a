/** Exact order books of one venue, and the rules that keep them in step with it. */
@NullMarked
package io.faultline.book;

import org.jspecify.annotations.NullMarked;
