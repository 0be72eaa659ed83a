package io.faultline.liquidation;

/**
 * The three figures that stand side by side wherever a volume is shown, model 1.
 *
 * @param atRiskUsd modelled mass
 * @param expected what will probably be reported of it, with its band
 */
public record Figures(double atRiskUsd, ForcedFlow expected) {
    public static final Figures NONE = new Figures(0, ForcedFlow.NONE);

    /** The field's rule of thumb, and the range in which it is used. */
    public static final ModelParameters.Range DISCOUNT = new ModelParameters.Range("discount", .20, .30);

    public static final double DEFAULT_DISCOUNT = .25;

    public Figures plus(Figures other) {
        return new Figures(atRiskUsd + other.atRiskUsd, expected.plus(other.expected));
    }

    /** At risk less a flat share. */
    public double discountedUsd(double discount) {
        return (1 - discount) * atRiskUsd;
    }
}
