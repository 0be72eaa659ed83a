package io.faultline.ui.funding;

import io.faultline.desk.VenueView;
import io.faultline.market.Instrument;
import io.faultline.ui.text.Numbers;

/** The panel in lines of text, to copy. */
final class FundingText {
    private FundingText() {}

    static String lines(VenueView venue, FundingFigures figures, long nowNanos) {
        FundingFigures.Rates rates = figures.rates();
        FundingFigures.Interest interest = figures.interest();
        Instrument listing = venue.listing();
        int decimals = listing == null ? 2 : listing.priceScale();
        String base = listing == null ? "base" : listing.base();
        return "Funding " + venue.instrument().symbol() + " at " + Numbers.time(nowNanos) + " UTC\n"
                + "venue\tnow\tpredicted\tevery\tnext\tp.a.\n"
                + String.join(
                        "\t",
                        venue.instrument().venue().title(),
                        Numbers.percent(rates.settled(), 4),
                        Numbers.percent(rates.predicted(), 4),
                        FundingWords.interval(figures.terms().intervalMillis()),
                        FundingWords.untilNext(rates, nowNanos),
                        Numbers.percent(rates.annualised(), 1))
                + "\n" + FundingWords.whoPays(rates, nowNanos)
                + "\n" + FundingWords.terms(figures.terms())
                + "\nmark\t" + Numbers.price(figures.prices().mark(), decimals)
                + "\nindex\t" + Numbers.price(figures.prices().index(), decimals)
                + "\npremium, bp\t" + FundingPainter.signed(figures.prices().premiumBps())
                + "\nopen interest, USD\t" + known(interest.usd())
                + "\nopen interest, " + base + "\t" + Numbers.price(interest.base(), 3)
                + "\nover 1 h\t" + Numbers.change(interest.hour(), 1)
                + "\nover 24 h\t" + Numbers.change(interest.day(), 1)
                + "\nvolume 24 h, USD\t" + known(figures.volume().quote())
                + "\n";
    }

    private static String known(double usd) {
        return Double.isNaN(usd) ? "–" : Numbers.usdInFull(usd);
    }
}
