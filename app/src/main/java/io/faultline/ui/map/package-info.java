/** The liquidation map: bars over price beside the heatmap, on its price axis. */
@NullMarked
package io.faultline.ui.map;

import org.jspecify.annotations.NullMarked;
