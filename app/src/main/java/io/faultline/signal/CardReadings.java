package io.faultline.signal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was read elsewhere about one cluster.
 *
 * @param forced empty before anything is calibrated
 */
public record CardReadings(
        Optional<ForcedVolume> forced,
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
