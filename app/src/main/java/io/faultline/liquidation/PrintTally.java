package io.faultline.liquidation;

/** Sums a step's trades by bin, so that a step costs no more than the bins it traded in. */
final class PrintTally {
    private static final int REACH = 512;

    private final double[] buyUsd = new double[2 * REACH];
    private final double[] sellUsd = new double[2 * REACH];
    private final double[] pricedUsd = new double[2 * REACH];
    private final Prints.Builder far = new Prints.Builder();
    private boolean empty = true;
    private int firstBin;
    private int lowest;
    private int highest;

    /** A trade at a possible price, of possible notional. */
    void add(double price, double boughtUsd, double soldUsd) {
        int bin = Bins.of(price);
        if (empty) {
            empty = false;
            firstBin = bin - REACH;
            lowest = REACH;
            highest = REACH;
        }
        int i = bin - firstBin;
        if (i < 0 || i >= buyUsd.length) {
            far.add(price, boughtUsd, soldUsd);
            return;
        }
        buyUsd[i] += boughtUsd;
        sellUsd[i] += soldUsd;
        pricedUsd[i] += price * (boughtUsd + soldUsd);
        lowest = Math.min(lowest, i);
        highest = Math.max(highest, i);
    }

    /** One print a bin at its volume-weighted price, and far ones as they were. Called once. */
    Prints prints() {
        for (int i = lowest; !empty && i <= highest; i++) {
            double volume = buyUsd[i] + sellUsd[i];
            if (volume > 0) {
                far.add(pricedUsd[i] / volume, buyUsd[i], sellUsd[i]);
            }
        }
        return far.build();
    }
}
