package io.faultline.desk;

import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.market.Venue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The figures that one venue publishes of the symbol beside its book and trades: the newest of each, and what was. */
final class VenueFigures {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final MarkRecorder marks = new MarkRecorder();
    private final SortedLog<History.OpenInterestSample> openInterests =
            new SortedLog<>(20_000, TimeUnit.MINUTES.toNanos(1), History.OpenInterestSample::timeNanos);
    private final SortedLog<FundingSettlement> settlements =
            new SortedLog<>(3_000, 1, FundingSettlement::settledMillis);
    private @Nullable MarkPrice mark;
    private @Nullable Funding funding;
    private @Nullable FundingSettlement settled;
    private @Nullable FundingTerms terms;
    private @Nullable OpenInterest openInterest;
    private @Nullable Stats24h stats;

    void apply(MarketEvent.OfInstrument event) {
        if (event instanceof MarkPrice price) {
            mark = price.index() == null && mark != null ? price.withIndex(mark.index()) : price;
            marks.add(price);
        } else if (event instanceof Funding rate) {
            funding = rate;
        } else if (event instanceof FundingSettlement settlement) {
            settlements.add(settlement);
            if (settled == null || settlement.settledMillis() > settled.settledMillis()) {
                settled = settlement;
            }
        } else if (event instanceof FundingTerms published) {
            if (terms == null || published.source() == FundingTerms.Source.PUBLISHED) {
                terms = published;
            }
        } else if (event instanceof OpenInterest sample) {
            openInterests.add(new History.OpenInterestSample(
                    sample.exchangeMillis() * NANOS_PER_MILLI, sample.base().doubleValue()));
            if (openInterest == null || sample.exchangeMillis() >= openInterest.exchangeMillis()) {
                openInterest = sample;
            }
        } else if (event instanceof Stats24h figures) {
            stats = figures;
        }
    }

    @Nullable
    MarkPrice mark() {
        return mark;
    }

    @Nullable
    Funding funding() {
        return funding;
    }

    @Nullable
    FundingSettlement settled() {
        return settled;
    }

    @Nullable
    FundingTerms terms() {
        return terms;
    }

    VenueFunding funding(Venue venue) {
        return VenueFunding.of(venue, funding, settled, terms, settlements.log());
    }

    @Nullable
    OpenInterest openInterest() {
        return openInterest;
    }

    @Nullable
    Stats24h stats() {
        return stats;
    }

    VenueHistory history(FlowRecorder flows) {
        return new VenueHistory(marks.log(), openInterests.log(), settlements.log(), flows.log(), flows.sum());
    }

    void digest(StateDigest digest) {
        digest.addOrAbsent(mark);
        digest.addOrAbsent(funding);
        digest.addOrAbsent(settled);
        digest.addOrAbsent(terms);
        digest.addOrAbsent(openInterest);
        digest.addOrAbsent(stats);
        marks.digest(digest);
        openInterests.digest(digest);
        settlements.digest(digest);
    }
}
