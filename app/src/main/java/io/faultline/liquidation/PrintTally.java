package io.faultline.liquidation;

/** Sums a step's trades by bin, so that a step costs no more than the bins it traded in. Reused from step to step. */
final class PrintTally {
    private static final int REACH = 512;

    private final double[] buyUsd = new double[2 * REACH];
    private final double[] sellUsd = new double[2 * REACH];
    private final double[] pricedUsd = new double[2 * REACH];
    private Prints.Builder far = new Prints.Builder();
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

    /** What was added since the last call, one print a bin at its volume-weighted price. */
    Prints take() {
        Prints.Builder prints = far;
        for (int i = lowest; !empty && i <= highest; i++) {
            double volume = buyUsd[i] + sellUsd[i];
            if (volume > 0) {
                prints.add(pricedUsd[i] / volume, buyUsd[i], sellUsd[i]);
                buyUsd[i] = 0;
                sellUsd[i] = 0;
                pricedUsd[i] = 0;
            }
        }
        far = new Prints.Builder();
        empty = true;
        return prints.build();
    }
}
