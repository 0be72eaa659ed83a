/** What a trader sees and hears of alarms: the strip's content, list and log, sounds, notifications. */
@NullMarked
package io.faultline.ui.alarms;

import org.jspecify.annotations.NullMarked;
