/**
 * Alarms as state machines over marks, clusters and reported liquidations: each crossing once, whatever the feed does.
 * Pure: time comes with the sample, and all state is values that can be stored.
 */
@NullMarked
package io.faultline.alarm;

import org.jspecify.annotations.NullMarked;
