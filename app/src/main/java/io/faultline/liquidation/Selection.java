package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.EnumSet;
import java.util.Set;

/** Which venues and tiers a picture sums. Either may be empty, and so then is the picture. */
public record Selection(Set<Venue> venues, Set<Tier> tiers) {
    public static final Selection ALL = new Selection(EnumSet.allOf(Venue.class), EnumSet.allOf(Tier.class));

    public Selection {
        venues = Set.copyOf(venues);
        tiers = Set.copyOf(tiers);
    }

    public Selection withVenues(Set<Venue> others) {
        return new Selection(others, tiers);
    }

    public Selection withTiers(Set<Tier> others) {
        return new Selection(venues, others);
    }

    /** The tiers of one band that are selected. */
    public Selection within(Tier.Band band) {
        EnumSet<Tier> kept = EnumSet.noneOf(Tier.class);
        for (Tier tier : tiers) {
            if (tier.band() == band) {
                kept.add(tier);
            }
        }
        return withTiers(kept);
    }
}
