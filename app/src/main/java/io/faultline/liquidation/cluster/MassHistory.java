package io.faultline.liquidation.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cluster's mass once a minute over the last hour. Immutable.
 *
 * @param samples ascending by time, a minute or more apart
 */
public record MassHistory(List<Sample> samples) {
    private static final long MINUTE = 60_000;
    private static final int KEPT = 62;

    static final MassHistory NONE = new MassHistory(List.of());

    /**
     * One mass.
     *
     * @param millis exchange time since 1970
     */
    public record Sample(long millis, double usd) {}

    public MassHistory {
        samples = List.copyOf(samples);
    }

    /** This and one more, if the last is a minute old; a clock that went back begins a new history. */
    MassHistory with(long millis, double usd) {
        if (samples.isEmpty() || millis < last().millis()) {
            return new MassHistory(List.of(new Sample(millis, usd)));
        }
        if (millis - last().millis() < MINUTE) {
            return this;
        }
        List<Sample> longer = new ArrayList<>(samples);
        longer.add(new Sample(millis, usd));
        return new MassHistory(longer.subList(Math.max(0, longer.size() - KEPT), longer.size()));
    }

    /** Change of mass as a fraction of what it was so many minutes ago; empty if nobody looked then. */
    OptionalDouble growth(long nowMillis, double nowUsd, int minutes) {
        for (int i = samples.size() - 1; i >= 0; i--) {
            long age = nowMillis - samples.get(i).millis();
            if (age >= minutes * MINUTE) {
                boolean near = age < (minutes + 2) * MINUTE;
                double then = samples.get(i).usd();
                return near && then > 0 ? OptionalDouble.of(nowUsd / then - 1) : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }
}
