/** The sounds of alarms as numbers: which tones, and their samples. Nothing here plays them. */
@NullMarked
package io.faultline.alarm.sound;

import org.jspecify.annotations.NullMarked;
