/** The liquidation model's parameters and margin tables, seen and changed, in the dock. */
@NullMarked
package io.faultline.ui.model;

import org.jspecify.annotations.NullMarked;
