/** What every panel is to the workspace. */
@NullMarked
package io.faultline.ui.panel;

import org.jspecify.annotations.NullMarked;
