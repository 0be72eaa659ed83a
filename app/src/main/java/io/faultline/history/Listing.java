package io.faultline.history;

import java.util.List;

/**
 * Records of one kind, by id.
 *
 * @param problem why what is on disk could not be read, in words; empty if it was. Then nobody knows what is missing
 *     here, and absence means nothing
 */
public record Listing(List<KeptRecord> records, String problem) {
    public Listing {
        records = List.copyOf(records);
    }
}
