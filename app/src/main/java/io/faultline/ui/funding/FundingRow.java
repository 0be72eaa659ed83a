package io.faultline.ui.funding;

import io.faultline.market.Venue;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.VenueControl;
import org.jspecify.annotations.Nullable;

/**
 * One venue in the table.
 *
 * @param figures null where the words stand for them: a venue that is off, refuses, or has said nothing
 * @param words why there are no figures, or old ones; empty while all is well
 */
record FundingRow(Venue venue, StateShape shape, @Nullable FundingFigures figures, String words) {
    static FundingRow of(VenueControl.Row row, long nowNanos) {
        MarketState state = row.state();
        String why = state.sentence().isEmpty() ? state.word() : state.word() + " · " + state.sentence();
        boolean silenced = state.kind() == MarketState.Kind.OFF || state.kind() == MarketState.Kind.BLOCKED;
        if (row.view() == null || silenced) {
            boolean told =
                    state.kind() == MarketState.Kind.OFF && !state.sentence().isEmpty();
            return new FundingRow(row.venue(), state.kind().shape(), null, told ? state.sentence() : why);
        }
        FundingFigures figures = FundingFigures.of(row.view(), nowNanos);
        FundingFigures.Rates rates = figures.rates();
        boolean nothing = rates.ageNanos() < 0 && Double.isNaN(rates.settled());
        boolean old = rates.old();
        if ((nothing || old) && !state.live() && state.kind() != MarketState.Kind.CONNECTING) {
            return new FundingRow(row.venue(), state.kind().shape(), null, why);
        }
        String words = old ? FundingWords.stale(rates.ageNanos(), rates.limitNanos()) : "";
        return new FundingRow(row.venue(), FundingWords.shape(row.view(), rates), figures, words);
    }
}
