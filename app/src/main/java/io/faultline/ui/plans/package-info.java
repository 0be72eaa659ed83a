/** Plans, the user's own position, session sheets, events and paper trades: panels, and what is drawn of them. */
@NullMarked
package io.faultline.ui.plans;

import org.jspecify.annotations.NullMarked;
