/** Colours, fonts and style sheets. */
@NullMarked
package io.faultline.ui.theme;

import org.jspecify.annotations.NullMarked;
