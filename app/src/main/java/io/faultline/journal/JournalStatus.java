package io.faultline.journal;

/**
 * How a recording stands.
 *
 * @param name the file or folder
 * @param bytes written to it
 * @param frames in it, so that they survive the end of the process
 * @param lost frames that were offered and are not recorded, for whatever reason
 * @param recording whether it goes on
 * @param problem what stopped it, in words; empty while nothing is wrong
 */
public record JournalStatus(String name, long bytes, long frames, long lost, boolean recording, String problem) {}
