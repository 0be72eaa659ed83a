/** Clusters of modelled liquidations: where mass stands together, and which of today's is which of yesterday's. */
@NullMarked
package io.faultline.liquidation.cluster;

import org.jspecify.annotations.NullMarked;
