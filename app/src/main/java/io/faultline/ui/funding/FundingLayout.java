package io.faultline.ui.funding;

/**
 * Where the sections of the panel stand, from top to bottom. Table, words, open interest and asymmetry always have their
 * place; the others take what height is left, in the order of their worth, and what then is left goes to the plots in
 * equal parts. A section that is not there has no place (NaN), a plot that is not there has height 0.
 */
record FundingLayout(
        double words,
        double settlements,
        double settlementsPlot,
        double interest,
        boolean shares,
        double interestPlot,
        double asymmetry,
        double flow,
        boolean flowVenues,
        double prices,
        double premiumPlot,
        double volume,
        int venues) {
    /** Height of a line of words. */
    static final double LINE = 18;

    static final double ASYMMETRY = 22 + 16 + 2 * LINE + 8;

    private static final double TITLE = 22;
    private static final double TIMES = 18;
    private static final double GAP = 8;
    private static final double LEAST = 34;
    private static final double MOST = 150;
    private static final double PLOT = LEAST + TIMES + 4;

    /** What height is left, and what has been given of it. */
    private static final class Room {
        private double left;

        Room(double left) {
            this.left = left;
        }

        /** Takes that much where it is there. */
        boolean take(double height) {
            if (left < height) {
                return false;
            }
            left -= height;
            return true;
        }
    }

    /** For that many venues in the table. */
    static FundingLayout of(double height, int venues) {
        boolean several = venues > 1;
        double words = FundingTable.HEADS + venues * FundingTable.ROW + (several ? FundingTable.ROW : 0);
        double sentences = (several ? 3 : 2) * LINE + GAP;
        double title = TITLE + LINE + GAP;
        double split = Math.ceil(venues / 2.0) * LINE;
        Room room = new Room(height - words - sentences - title - ASYMMETRY);
        boolean flow = room.take(LINE + GAP + GAP);
        boolean shares = several && room.take(venues * LINE);
        boolean settled = room.take(TITLE + GAP + PLOT);
        boolean flowVenues = several && flow && room.take(split);
        boolean prices = room.take(title);
        boolean volume = room.take(LINE + GAP);
        boolean interestPlot = room.take(PLOT);
        boolean premiumPlot = prices && room.take(PLOT);
        int plots = (settled ? 1 : 0) + (interestPlot ? 1 : 0) + (premiumPlot ? 1 : 0);
        double each = plots == 0 ? 0 : Math.floor(Math.min(MOST, LEAST + Math.max(0, room.left) / plots));
        double y = words + sentences;
        double settlementsAt = settled ? y : Double.NaN;
        y += settled ? TITLE + GAP + taken(each) : 0;
        double interestAt = y;
        y += title + (shares ? venues * LINE : 0) + (interestPlot ? taken(each) : 0);
        double asymmetryAt = y;
        y += ASYMMETRY;
        double flowAt = flow ? y : Double.NaN;
        y += flow ? LINE + GAP + GAP + (flowVenues ? split : 0) : 0;
        double pricesAt = prices ? y : Double.NaN;
        y += prices ? title + (premiumPlot ? taken(each) : 0) : 0;
        return new FundingLayout(
                words,
                settlementsAt,
                settled ? each : 0,
                interestAt,
                shares,
                interestPlot ? each : 0,
                asymmetryAt,
                flowAt,
                flowVenues,
                pricesAt,
                premiumPlot ? each : 0,
                volume ? y : Double.NaN,
                venues);
    }

    private static double taken(double plot) {
        return plot + TIMES + 4;
    }

    /** Whether a section that begins there is shown. */
    static boolean shows(double section) {
        return !Double.isNaN(section);
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
        return sharesTop() + (shares ? venues * LINE : 0) + 4;
    }
}
