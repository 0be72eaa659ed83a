package io.faultline.ui.funding;

import io.faultline.desk.DeskView;
import io.faultline.desk.FundingAggregate;
import io.faultline.desk.Positioning;
import io.faultline.desk.VenueView;
import io.faultline.market.Instrument;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.AsymmetryWords;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import java.util.List;

/** The panel in lines of text, to copy. */
final class FundingText {
    private static final long DAY = 86_400_000_000_000L;

    private FundingText() {}

    static String lines(DeskView view, VenueControl control, List<FundingRow> rows, long nowNanos) {
        StringBuilder out = new StringBuilder("Funding ")
                .append(view.symbol())
                .append(" at ")
                .append(Numbers.time(nowNanos))
                .append(" UTC\nvenue\tsettled\tpredicted\tevery\tnext\tp.a.\n");
        for (FundingRow row : rows) {
            out.append(row.venue().title())
                    .append('\t')
                    .append(rates(row, nowNanos))
                    .append('\n');
        }
        if (rows.size() > 1) {
            FundingAggregate all = FundingAggregate.of(control.asked(view));
            out.append("OI-weighted, per 8 h\t\t")
                    .append(Numbers.percent(all.per8Hours(), 4))
                    .append("\t\t\t")
                    .append(Numbers.percent(all.annualised(), 1))
                    .append('\n');
        }
        for (FundingRow row : rows) {
            if (row.figures() != null) {
                String name = rows.size() > 1 ? row.venue().title() + ": " : "";
                out.append(name)
                        .append(FundingWords.whoPays(row.figures().rates(), nowNanos))
                        .append('\n')
                        .append(name)
                        .append(FundingWords.terms(row.figures().terms()))
                        .append('\n');
            }
        }
        control.own(view).ifPresent(own -> own(out, own, nowNanos));
        if (rows.size() > 1) {
            shares(out, Positioning.of(control.asked(view), nowNanos, DAY));
        }
        return out.toString();
    }

    /** Longs below against shorts above, at risk within that distance of the mark. */
    static String asymmetry(Masses masses, double distance) {
        String within = "asymmetry within " + Numbers.percent(distance, 0);
        if (!masses.known()) {
            return within + "\t?\n";
        }
        return within + "\t" + AsymmetryWords.verdict(masses, distance) + "\tlongs below, USD\t"
                + Numbers.usdInFull(masses.atRiskWithinUsd(PositionSide.LONG, distance)) + "\tshorts above, USD\t"
                + Numbers.usdInFull(masses.atRiskWithinUsd(PositionSide.SHORT, distance)) + "\n";
    }

    private static String rates(FundingRow row, long nowNanos) {
        FundingFigures figures = row.figures();
        if (figures == null) {
            return row.words();
        }
        FundingFigures.Rates rates = figures.rates();
        return String.join(
                "\t",
                Numbers.percent(rates.settled(), 4),
                Numbers.percent(rates.predicted(), 4),
                FundingWords.interval(figures.terms().intervalMillis()),
                FundingWords.untilNext(rates, nowNanos),
                Numbers.percent(rates.annualised(), 1));
    }

    private static void own(StringBuilder out, VenueView venue, long nowNanos) {
        FundingFigures figures = FundingFigures.of(venue, nowNanos);
        FundingFigures.Interest interest = figures.interest();
        Instrument listing = venue.listing();
        int decimals = listing == null ? 2 : listing.priceScale();
        String base = listing == null ? "base" : listing.base();
        out.append("mark\t" + Numbers.price(figures.prices().mark(), decimals)
                + "\nindex\t" + Numbers.price(figures.prices().index(), decimals)
                + "\npremium, bp\t" + FundingPainter.signed(figures.prices().premiumBps())
                + "\nopen interest, USD\t" + known(interest.usd())
                + "\nopen interest, " + base + "\t" + Numbers.price(interest.base(), 3)
                + "\nover 1 h\t" + change(interest.hour())
                + "\nover 24 h\t" + change(interest.day())
                + "\nvolume 24 h, USD\t" + known(figures.volume().quote())
                + "\n");
    }

    private static void shares(StringBuilder out, Positioning all) {
        out.append("open interest\tUSD\tshare\tover 24 h\tCVD since start, USD\n");
        for (Positioning.Share share : all.venues()) {
            out.append(share.venue().title())
                    .append('\t')
                    .append(known(share.usd()))
                    .append('\t')
                    .append(Numbers.percent(share.usd() / all.openInterestUsd(), 0))
                    .append('\t')
                    .append(change(share.change()))
                    .append('\t')
                    .append(Numbers.usdInFull(share.cvdSinceStartUsd()))
                    .append('\n');
        }
        out.append("all\t").append(known(all.openInterestUsd())).append("\t\t");
        out.append(change(all.change())).append('\t').append(all.withoutWords()).append('\n');
    }

    private static String change(double fraction) {
        return Double.isNaN(fraction) ? "?" : Numbers.change(fraction, 1);
    }

    private static String known(double usd) {
        return Double.isNaN(usd) ? "–" : Numbers.usdInFull(usd);
    }
}
