/** What canvas panels draw with: snapped lines and figures, hatches, state shapes, and the head that they share. */
@NullMarked
package io.faultline.ui.paint;

import org.jspecify.annotations.NullMarked;
