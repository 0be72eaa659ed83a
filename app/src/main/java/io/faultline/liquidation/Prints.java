package io.faultline.liquidation;

import java.util.Arrays;

/** Taker volume of a step by price, USD. Entries without a possible price or volume are left out and counted. */
public final class Prints {
    public static final Prints NONE = new Builder().build();

    private static final int MOST_PARTS = 64;

    private final double[] price;
    private final double[] buyUsd;
    private final double[] sellUsd;
    private final int refused;
    private final double totalUsd;

    private Prints(double[] price, double[] buyUsd, double[] sellUsd, int refused) {
        this.price = price;
        this.buyUsd = buyUsd;
        this.sellUsd = sellUsd;
        this.refused = refused;
        double total = 0;
        for (int i = 0; i < price.length; i++) {
            total += buyUsd[i] + sellUsd[i];
        }
        totalUsd = total;
    }

    /** A bar's volume, spread evenly in log price over its range, model 6.2. */
    public static Prints ofBar(double low, double high, double buyUsd, double sellUsd) {
        double width = high > low ? Math.log(high / low) : 0;
        int parts = (int) Math.max(1, Math.min(MOST_PARTS, Math.ceil(width / Bins.WIDTH - 1e-9)));
        Builder builder = new Builder();
        for (int i = 0; i < parts; i++) {
            builder.add(low * Math.exp((i + 0.5) * (width / parts)), buyUsd / parts, sellUsd / parts);
        }
        return builder.build();
    }

    public int count() {
        return price.length;
    }

    public double price(int i) {
        return price[i];
    }

    public double buyUsd(int i) {
        return buyUsd[i];
    }

    public double sellUsd(int i) {
        return sellUsd[i];
    }

    public double totalUsd() {
        return totalUsd;
    }

    /** Entries that were left out because no market prints such figures. */
    public int refused() {
        return refused;
    }

    /** Collects prints in their order. */
    public static final class Builder {
        private double[] price = new double[8];
        private double[] buyUsd = new double[8];
        private double[] sellUsd = new double[8];
        private int count;
        private int refused;

        public Builder add(double atPrice, double boughtUsd, double soldUsd) {
            if (!Possible.price(atPrice) || !Possible.usd(boughtUsd) || !Possible.usd(soldUsd)) {
                refused++;
                return this;
            }
            if (count == price.length) {
                price = Arrays.copyOf(price, 2 * count);
                buyUsd = Arrays.copyOf(buyUsd, 2 * count);
                sellUsd = Arrays.copyOf(sellUsd, 2 * count);
            }
            price[count] = atPrice;
            buyUsd[count] = boughtUsd;
            sellUsd[count] = soldUsd;
            count++;
            return this;
        }

        public Prints build() {
            return new Prints(
                    Arrays.copyOf(price, count), Arrays.copyOf(buyUsd, count), Arrays.copyOf(sellUsd, count), refused);
        }
    }
}
