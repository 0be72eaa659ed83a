package io.faultline.ui.export;

/**
 * Where exported data are from; it stands in every file.
 *
 * @param source {@code LIVE}, {@code PRACTICE seed 7}, {@code REPLAY} or {@code PRACTICE REPLAY}
 * @param takenNanos the market's time, nanoseconds since 1970
 * @param program name and version of what wrote it
 */
public record Origin(String symbol, String source, long takenNanos, String program) {}
