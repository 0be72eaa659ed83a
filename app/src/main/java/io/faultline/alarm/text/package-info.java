/**
 * Alarms as text: the records that are kept, the list that is exported and imported, the lines that a script follows.
 * What was written is read back exactly; unknown fields are ignored, and nonsense is refused in words.
 */
@NullMarked
package io.faultline.alarm.text;

import org.jspecify.annotations.NullMarked;
