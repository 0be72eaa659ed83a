package io.faultline.ui.panel;

import io.faultline.liquidation.Asymmetry;
import io.faultline.market.PositionSide;
import io.faultline.ui.text.Numbers;

/** Longs below against shorts above in words, the same wherever they stand. */
public final class AsymmetryWords {
    private AsymmetryWords() {}

    /** {@code longs 2.3 : 1}, {@code only shorts}, {@code –} of nothing, {@code ?} where nothing is modelled. */
    public static String ratio(Masses masses, double distance) {
        if (!masses.known()) {
            return "?";
        }
        Asymmetry asymmetry = masses.asymmetry(distance);
        if (asymmetry.lean() == Asymmetry.Lean.EMPTY) {
            return "–";
        }
        boolean longs = masses.atRiskWithinUsd(PositionSide.LONG, distance)
                >= masses.atRiskWithinUsd(PositionSide.SHORT, distance);
        String heavier = longs ? "longs" : "shorts";
        return Double.isNaN(asymmetry.ratio())
                ? "only " + heavier
                : heavier + " " + Numbers.price(asymmetry.ratio(), 2) + " : 1";
    }

    /** What that says: {@code longs 2.30 : 1, magnet down}, or {@code under 2 : 1, no side}. */
    public static String verdict(Masses masses, double distance) {
        if (!masses.known()) {
            return "nothing is modelled yet";
        }
        return switch (masses.asymmetry(distance).lean()) {
            case DOWN -> ratio(masses, distance) + ", magnet down";
            case UP -> ratio(masses, distance) + ", magnet up";
            case BALANCED -> "under 2 : 1, no side";
            case EMPTY -> "nothing within " + Numbers.percent(distance, 0);
        };
    }
}
