package io.faultline.desk;

/**
 * One line of a quality card: a figure, the bar that it is held against, and what comes of it.
 *
 * @param figure in the item's unit; NaN where not known, and where there is only a word
 * @param low lower end of the figure's band; NaN where it has none
 * @param high upper end of the figure's band; NaN where it has none
 * @param bar in the item's unit; NaN where there is none
 * @param word what the figure amounts to: the names of constants such as {@code LARGE}, several parted by commas; may be
 *     empty
 */
public record CardLine(Item item, double figure, double low, double high, double bar, String word, Verdict verdict) {
    /** What a figure counts. */
    public enum Unit {
        USD,
        /** A share or change: 0.01 is 1 %. */
        FRACTION,
        COUNT,
        MILLIS,
        TIMES,
        BPS_A_MINUTE
    }

    /** The lines, in the order of the card. */
    public enum Item {
        AT_RISK(Unit.USD),
        DISCOUNTED(Unit.USD),
        EXPECTED(Unit.USD),
        SIZE_BAND(Unit.USD),
        OPEN_INTEREST_SHARE(Unit.FRACTION),
        DAILY_SHARE(Unit.FRACTION),
        AT_RISK_OVER_REPORTED(Unit.FRACTION),
        DENSITY(Unit.USD),
        VENUES(Unit.COUNT),
        COMPOSITION(Unit.FRACTION),
        AGE(Unit.MILLIS),
        MIGRATION(Unit.FRACTION),
        GROWTH_15M(Unit.FRACTION),
        GROWTH_1H(Unit.FRACTION),
        DISTANCE(Unit.FRACTION),
        APPROACH(Unit.BPS_A_MINUTE),
        PATH(Unit.TIMES),
        CATCH(Unit.TIMES),
        FUNDING(Unit.FRACTION),
        TREND(Unit.COUNT),
        CONFLUENCE(Unit.COUNT);

        private final Unit unit;

        Item(Unit unit) {
            this.unit = unit;
        }

        public Unit unit() {
            return unit;
        }
    }

    /** Whether the bar is met. */
    public enum Verdict {
        YES,
        NO,
        /** There is a bar, and nobody knows the figure. */
        UNKNOWN,
        /** There is no bar. */
        NONE
    }

    static CardLine figure(Item item, double figure) {
        return new CardLine(item, figure, Double.NaN, Double.NaN, Double.NaN, "", Verdict.NONE);
    }

    static CardLine word(Item item, double figure, String word) {
        return new CardLine(item, figure, Double.NaN, Double.NaN, Double.NaN, word, Verdict.NONE);
    }

    /** Met from the bar up. */
    static CardLine atLeast(Item item, double figure, double bar, String word) {
        Verdict verdict = figure >= bar ? Verdict.YES : Verdict.NO;
        return judged(item, figure, bar, word, Double.isNaN(figure) ? Verdict.UNKNOWN : verdict);
    }

    /** Met up to the bar. */
    static CardLine atMost(Item item, double figure, double bar, String word) {
        Verdict verdict = figure <= bar ? Verdict.YES : Verdict.NO;
        return judged(item, figure, bar, word, Double.isNaN(figure) ? Verdict.UNKNOWN : verdict);
    }

    static CardLine judged(Item item, double figure, double bar, String word, Verdict verdict) {
        return new CardLine(item, figure, Double.NaN, Double.NaN, bar, word, verdict);
    }
}
