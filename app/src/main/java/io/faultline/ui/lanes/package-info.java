/** The lanes under the heatmap: cumulative volume delta, open interest, volume, on its time axis. */
@NullMarked
package io.faultline.ui.lanes;

import org.jspecify.annotations.NullMarked;
