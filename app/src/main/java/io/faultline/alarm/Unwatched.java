package io.faultline.alarm;

/**
 * The last time in which nobody watched.
 *
 * @param bars from which it was judged what was crossed meanwhile; 0 if none were to be had, and nobody knows
 * @param crossed lines of the log that came of it
 */
public record Unwatched(MissedSpan missed, int bars, int crossed) {}
