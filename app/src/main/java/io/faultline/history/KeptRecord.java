package io.faultline.history;

/**
 * A record as it is kept.
 *
 * @param revision of the write that made it so; a later write of any record has a higher one. 0 if it waits in memory and
 *     has never been on disk
 */
public record KeptRecord(String kind, String id, long revision, String text) {}
