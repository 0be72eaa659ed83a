/** What the user has set, where it is kept, and what can be set at all. */
@NullMarked
package io.faultline.ui.settings;

import org.jspecify.annotations.NullMarked;
