/** Clusters as people read them: table, quality card, set-ups, what changed, cards beside the heatmap, and their export. */
@NullMarked
package io.faultline.ui.clusters;

import org.jspecify.annotations.NullMarked;
