/** The figures of the liquidation model and of the market around it, in the dock. */
@NullMarked
package io.faultline.ui.figures;

import org.jspecify.annotations.NullMarked;
