/** The heatmap: time by price. */
@NullMarked
package io.faultline.ui.heatmap;

import org.jspecify.annotations.NullMarked;
