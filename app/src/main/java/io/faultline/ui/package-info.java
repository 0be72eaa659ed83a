/** The workspace: heatmap, ladder, funding, status, screenshots. */
@NullMarked
package io.faultline.ui;

import org.jspecify.annotations.NullMarked;
