package io.faultline.signal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which leverage a cluster is made of. Low leverage moves price harder, high leverage is triggered first.
 *
 * @param usd mass by band; what is missing is 0
 */
public record Composition(Map<TierBand, Double> usd) {
    private static final double MOST_OF_IT = 0.6;

    /** What prevails. */
    public enum Label {
        /** 60 % or more at 50x and above. */
        HIGH_LEVERAGE,
        /** 60 % or more at 25x and below. */
        LOW_LEVERAGE,
        MIXED
    }

    public Composition {
        EnumMap<TierBand, Double> copy = new EnumMap<>(TierBand.class);
        copy.putAll(usd);
        usd = Collections.unmodifiableMap(copy);
    }

    /** Share of a band, 0 to 1; 0 of nothing. */
    public double share(TierBand band) {
        double all = total();
        return all > 0 ? usd.getOrDefault(band, 0.0) / all : 0;
    }

    public Label label() {
        double high = 0;
        for (TierBand band : TierBand.values()) {
            high += band.high() ? share(band) : 0;
        }
        if (total() > 0 && high >= MOST_OF_IT) {
            return Label.HIGH_LEVERAGE;
        }
        return total() > 0 && 1 - high >= MOST_OF_IT ? Label.LOW_LEVERAGE : Label.MIXED;
    }

    private double total() {
        return usd.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
