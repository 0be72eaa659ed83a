package io.faultline.practice.crowd;

import java.util.List;

/** Whether a practice market behaves as markets do, model 24.4: measures one venue while it runs. */
public final class StylisedFacts implements CrowdListener {
    /**
     * A fact.
     *
     * @param value NaN if there was too little to measure it
     * @param accept what is asked of it, in words
     */
    public record Fact(String fact, double value, String accept, boolean ok) {}

    /** What was measured so far, in the order of model 24.4. */
    public List<Fact> facts() {
        return List.of();
    }
}
