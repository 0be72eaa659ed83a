package io.faultline.history;

/**
 * How the store does, for people.
 *
 * @param bytes size of its file, as of the last write
 * @param held changed records that wait in memory to be written
 * @param owner whether this program is the one that may change anything, see {@link RecordStore#owner}
 * @param problem why nothing is being kept on disk, in words; empty while all is well
 * @param notice what else is worth knowing, such as that a damaged file was put aside; empty if nothing
 */
public record RecordStatus(long bytes, int held, boolean owner, String problem, String notice) {}
