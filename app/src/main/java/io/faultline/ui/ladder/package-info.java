/** The DOM ladder. */
@NullMarked
package io.faultline.ui.ladder;

import org.jspecify.annotations.NullMarked;
