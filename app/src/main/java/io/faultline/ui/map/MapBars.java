package io.faultline.ui.map;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The bars in view: USD by bin in the chosen basis, in parts by band of leverage or by venue, and the two sums from the
 * mark outwards. Zoomed out, a bar is 2, 4, 8 … bins, so that none is thinner than {@value #THINNEST} px. JavaFX thread
 * only.
 */
final class MapBars {
    private static final double THINNEST = 1.5;

    private final List<Part> parts = new ArrayList<>();
    private double[][] usd = new double[0][0];
    private double[] longs = new double[0];
    private double[] shorts = new double[0];
    private int binsPerBar = 1;
    private int first;
    private int count;
    private double largest;
    private double largestSum;

    /** What a stretch of a bar stands for. */
    record Part(String title, Color colour) {}

    /** Sums up what the axis shows. */
    void fill(Masses masses, boolean byVenue, PriceAxis axis) {
        parts.clear();
        count = 0;
        largest = 0;
        largestSum = 0;
        double low = Math.max(axis.low(), axis.tick());
        if (!masses.known() || !(axis.high() > low)) {
            return;
        }
        binsPerBar = 1;
        double middle = (low + axis.high()) / 2;
        double binPixels = middle * Bins.WIDTH * axis.height() / (axis.high() - axis.low());
        while (binsPerBar * binPixels < THINNEST && binsPerBar < Bins.COUNT) {
            binsPerBar *= 2;
        }
        first = Math.floorDiv(Bins.of(low), binsPerBar);
        count = Math.floorDiv(Bins.of(axis.high()), binsPerBar) - first + 1;
        List<Profile> profiles = new ArrayList<>();
        if (byVenue) {
            for (Map.Entry<Venue, Profile> each : masses.venues().entrySet()) {
                parts.add(new Part(each.getKey().title(), TierColours.of(each.getKey())));
                profiles.add(each.getValue());
            }
        } else {
            for (Map.Entry<Tier.Band, Profile> each : masses.bands().entrySet()) {
                parts.add(new Part(TierColours.title(each.getKey()), TierColours.of(each.getKey())));
                profiles.add(each.getValue());
            }
        }
        sum(profiles, masses.factor());
        curves(masses.profile(), masses.factor());
    }

    private void sum(List<Profile> profiles, double factor) {
        usd = new double[profiles.size()][count];
        for (int part = 0; part < usd.length; part++) {
            Profile profile = profiles.get(part);
            for (int i = 0; i < count; i++) {
                int from = firstBin(i);
                int to = from + binsPerBar - 1;
                usd[part][i] = factor
                        * (profile.sumUsd(PositionSide.LONG, from, to) + profile.sumUsd(PositionSide.SHORT, from, to));
            }
        }
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, total(i));
        }
    }

    /** A bar's sum ends with its own far edge. */
    private void curves(Profile profile, double factor) {
        double[] longSums = profile.curveUsd(PositionSide.LONG);
        double[] shortSums = profile.curveUsd(PositionSide.SHORT);
        longs = new double[count];
        shorts = new double[count];
        for (int i = 0; i < count; i++) {
            longs[i] = factor * at(longSums, firstBin(i) - profile.base());
            shorts[i] = factor * at(shortSums, firstBin(i) + binsPerBar - 1 - profile.base());
            largestSum = Math.max(largestSum, Math.max(longs[i], shorts[i]));
        }
    }

    private static double at(double[] sums, int i) {
        return sums[Math.max(0, Math.min(sums.length - 1, i))];
    }

    private int firstBin(int i) {
        return (first + i) * binsPerBar;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    int count() {
        return count;
    }

    /** Width of a bar in basis points. */
    int basisPoints() {
        return (int) Math.round(binsPerBar * Bins.WIDTH * 10_000);
    }

    double lowPrice(int i) {
        return Bins.lowerEdge(firstBin(i));
    }

    double highPrice(int i) {
        return Bins.lowerEdge(firstBin(i) + binsPerBar);
    }

    double usd(int part, int i) {
        return usd[part][i];
    }

    /** All parts of a bar. */
    double total(int i) {
        double total = 0;
        for (double[] part : usd) {
            total += part[i];
        }
        return total;
    }

    /** What lies from the mark to the bar's far edge on the side of the longs; 0 above the mark. */
    double longSum(int i) {
        return longs[i];
    }

    /** What lies from the mark to the bar's far edge on the side of the shorts; 0 below the mark. */
    double shortSum(int i) {
        return shorts[i];
    }

    /** The longest bar in view. */
    double largest() {
        return largest;
    }

    /** The largest of the sums in view. */
    double largestSum() {
        return largestSum;
    }

    /** The bar that holds a price; −1 where none does. */
    int at(double price) {
        if (!(price > 0) || count == 0) {
            return -1;
        }
        int i = Math.floorDiv(Bins.of(price), binsPerBar) - first;
        return i >= 0 && i < count ? i : -1;
    }
}
