/**
 * Alarms as state machines over marks, clusters and reported liquidations: each crossing once, whatever the feed does.
 * Pure: time comes with the sample, and all state is values that can be stored.
 *
 * <p>{@link io.faultline.alarm.AlarmWatch} runs those of one symbol on its desk's thread. It is told what happens, hands
 * out what is to be kept through an {@link io.faultline.alarm.AlarmHost}, takes what the user wants from an {@link
 * io.faultline.alarm.AlarmInbox}, and is shown as an {@link io.faultline.alarm.AlarmsView}. {@link
 * io.faultline.alarm.AlarmVoice} decides what sounds, for all symbols together. See {@code app/docs/alarms.md}.
 */
@NullMarked
package io.faultline.alarm;

import org.jspecify.annotations.NullMarked;
