package io.faultline.alarm.text;

import org.jspecify.annotations.Nullable;

/**
 * A record as it is to be kept, or was.
 *
 * @param kind one of {@link AlarmRows#KINDS}
 * @param text null if the record is to be deleted
 */
public record AlarmRow(String kind, String id, @Nullable String text) {}
