package io.faultline.ui.funding;

/**
 * Where the sections of the panel stand, from top to bottom. The figures always have their place; what height is left
 * goes to the plots in equal parts, and where it is too little the premium's plot goes first, then open interest's.
 * A plot that is not there has height 0.
 */
record FundingLayout(
        double words,
        double settlements,
        double settlementsPlot,
        double prices,
        double premiumPlot,
        double interest,
        double interestPlot,
        double flow,
        double volume,
        int venues) {
    /** Height of a line of words. */
    static final double LINE = 18;

    private static final double TITLE = 22;
    private static final double TIMES = 18;
    private static final double GAP = 8;
    private static final double LEAST = 34;
    private static final double MOST = 150;

    /** For that many venues in the table. */
    static FundingLayout of(double height, int venues) {
        boolean several = venues > 1;
        double words = FundingTable.HEADS + venues * FundingTable.ROW + (several ? FundingTable.ROW : 0);
        double sentences = (several ? 3 : 2) * LINE + GAP;
        double shares = several ? venues * LINE : 0;
        double flows = LINE + GAP + (several ? Math.ceil(venues / 2.0) * LINE : 0);
        double fixed = words
                + sentences
                + (TITLE + GAP)
                + (TITLE + LINE + GAP)
                + (TITLE + LINE + shares + GAP)
                + (flows + GAP)
                + LINE
                + GAP;
        double spare = height - fixed;
        int plots = (int) Math.max(0, Math.min(3, Math.floor(spare / (LEAST + TIMES + 4))));
        double each = plots == 0 ? 0 : Math.floor(Math.min(MOST, spare / plots - TIMES - 4));
        double y = words + sentences;
        double settlements = y;
        double settlementsPlot = plots > 0 ? each : 0;
        y += TITLE + GAP + taken(settlementsPlot);
        double prices = y;
        double premiumPlot = plots > 2 ? each : 0;
        y += TITLE + LINE + GAP + taken(premiumPlot);
        double interest = y;
        double interestPlot = plots > 1 ? each : 0;
        y += TITLE + LINE + shares + GAP + taken(interestPlot);
        double flow = y;
        y += flows + GAP;
        return new FundingLayout(
                words, settlements, settlementsPlot, prices, premiumPlot, interest, interestPlot, flow, y, venues);
    }

    private static double taken(double plot) {
        return plot > 0 ? plot + TIMES + 4 : 0;
    }

    boolean several() {
        return venues > 1;
    }

    double settlementsTop() {
        return settlements + TITLE + 4;
    }

    double premiumTop() {
        return prices + TITLE + LINE + 4;
    }

    /** Where the line of the first venue's open interest begins. */
    double sharesTop() {
        return interest + TITLE + LINE;
    }

    double interestTop() {
        return sharesTop() + (several() ? venues * LINE : 0) + 4;
    }
}
