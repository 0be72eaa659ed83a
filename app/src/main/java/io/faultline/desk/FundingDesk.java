package io.faultline.desk;

import io.faultline.market.Funding;
import io.faultline.market.Venue;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.FundingSample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Holds the venues' funding against clusters. */
final class FundingDesk {
    private static final double MILLIS_AN_HOUR = 3_600_000.0;

    private FundingDesk() {}

    static FundingReading read(Collection<VenueState> states, FundingJudgement judgement, long nowMillis) {
        List<FundingSample> samples = new ArrayList<>();
        List<Venue> venues = new ArrayList<>();
        List<Venue> missing = new ArrayList<>();
        for (VenueState state : states) {
            VenueFunding figures = state.fundingFigures();
            Funding heard = state.funding();
            double openInterestUsd = state.openInterestUsd();
            FundingSample sample = heard != null && figures.comparable() && openInterestUsd > 0
                    ? new FundingSample(
                            figures.predictedRate(),
                            figures.intervalMillis() / MILLIS_AN_HOUR,
                            (nowMillis - heard.receivedNanos() / 1_000_000) / MILLIS_AN_HOUR,
                            openInterestUsd)
                    : null;
            if (sample != null && sample.fresh()) {
                samples.add(sample);
                venues.add(figures.venue());
            } else {
                missing.add(figures.venue());
            }
        }
        double per8h = FundingJudgement.meanPer8h(samples).orElse(Double.NaN);
        return new FundingReading(per8h, judgement, venues, missing);
    }
}
