/**
 * Where leveraged positions would be liquidated: margin maths, the grid of mass at risk, its calibration against
 * reported liquidations, and every picture as a projection of that one state. The formulas and their evidence stand in
 * app/docs/model.md; "model" and a number in this package's comments means a section there.
 */
@NullMarked
package io.faultline.liquidation;

import org.jspecify.annotations.NullMarked;
