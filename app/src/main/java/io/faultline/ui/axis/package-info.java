/** The one price axis, the one time axis and the one crosshair that all panels share. */
@NullMarked
package io.faultline.ui.axis;

import org.jspecify.annotations.NullMarked;
