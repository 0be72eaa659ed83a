package io.faultline.practice.crowd;

import io.faultline.market.Venue;
import java.util.Map;

/** A market that starts with a past: what venues tell of it by venue, and the market with the positions it left. */
public record WarmCrowd(Crowd crowd, Map<Venue, CrowdPast> past) {
    public WarmCrowd {
        past = Map.copyOf(past);
    }
}
