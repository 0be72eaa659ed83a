/** Numbers, times and words as every panel writes them. */
@NullMarked
package io.faultline.ui.text;

import org.jspecify.annotations.NullMarked;
