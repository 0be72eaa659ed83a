package io.faultline.alarm;

import io.faultline.market.TimeSpan;

/**
 * Time in which nobody watched.
 *
 * @param source whose marks went on afterwards, see {@link MarkSample#source}
 * @param span from the last mark that was seen to the first one since, by the venue's clock
 */
public record MissedSpan(String source, TimeSpan span) {}
