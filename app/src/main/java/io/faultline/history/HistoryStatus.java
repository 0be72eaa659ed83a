package io.faultline.history;

/**
 * How the store does, for people.
 *
 * @param bytes size of its file, as of the last write
 * @param lost rows that could not be kept
 * @param problem why nothing is being kept, in words; empty while all is well
 * @param notice what else is worth knowing, such as that a damaged file was put aside; empty if nothing
 */
public record HistoryStatus(long bytes, long lost, String problem, String notice) {}
