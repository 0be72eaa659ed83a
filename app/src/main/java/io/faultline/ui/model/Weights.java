package io.faultline.ui.model;

import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.TierWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The weights of the tiers as the user sees them: in percent of what is opened, in any sum. */
final class Weights {
    private static final int DECIMALS = 4;

    private Weights() {}

    /** One text for each tier, in order. */
    static List<String> texts(TierWeights weights) {
        return Arrays.stream(Tier.values())
                .map(tier -> BigDecimal.valueOf(weights.of(tier) * 100)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    /**
     * What stands in their fields. Texts that nobody has changed are the weights that they were written from, to the bit.
     *
     * @throws IllegalArgumentException with what is wrong, in words
     */
    static TierWeights read(List<String> texts, TierWeights written) {
        if (texts.equals(texts(written))) {
            return written;
        }
        if (texts.equals(texts(ModelParameters.DEFAULT.weights()))) {
            return ModelParameters.DEFAULT.weights();
        }
        double[] weights = new double[texts.size()];
        for (int i = 0; i < weights.length; i++) {
            double weight = Parameter.number(texts.get(i)).doubleValue();
            if (weight < 0 || weight > 1e6) {
                throw new IllegalArgumentException("must be 0 or more each");
            }
            weights[i] = weight;
        }
        if (Arrays.stream(weights).sum() <= 0) {
            throw new IllegalArgumentException("one must be above 0");
        }
        return TierWeights.of(weights);
    }
}
