package io.faultline.signal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What was read elsewhere about one cluster.
 */
public record CardReadings(
        ForcedVolume forced,
        Composition composition,
        PathReading path,
        FundingFlag funding,
        Set<Confluence> confluence) {
    public CardReadings {
        EnumSet<Confluence> copy = EnumSet.noneOf(Confluence.class);
        copy.addAll(confluence);
        confluence = Collections.unmodifiableSet(copy);
    }
}
