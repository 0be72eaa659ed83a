/** What is shown, as data: sheets of it, and how they are written. */
@NullMarked
package io.faultline.ui.export;

import org.jspecify.annotations.NullMarked;
