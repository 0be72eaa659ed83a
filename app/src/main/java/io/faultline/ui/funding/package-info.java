/** The funding panel: rates, mark and index, open interest. */
@NullMarked
package io.faultline.ui.funding;

import org.jspecify.annotations.NullMarked;
