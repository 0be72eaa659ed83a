package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;

/** Everything that a market says, as one number. */
final class EventHash implements CrowdListener {
    private long hash = 1_469_598_103_934_665_603L;
    private long events;

    long value() {
        return hash;
    }

    long events() {
        return events;
    }

    @Override
    public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {
        add(1, venue.name().hashCode(), millis, taker.name().hashCode(), priceTicks, lots, forced ? 1 : 0);
    }

    @Override
    public void level(Venue venue, long millis, Side side, long priceTicks, long lots) {
        add(2, venue.name().hashCode(), millis, side.name().hashCode(), priceTicks, lots);
    }

    @Override
    public void mark(Venue venue, long millis, double mark, double index) {
        add(3, venue.name().hashCode(), millis, Double.doubleToLongBits(mark), Double.doubleToLongBits(index));
    }

    @Override
    public void openInterest(Venue venue, long millis, double coins) {
        add(4, venue.name().hashCode(), millis, Double.doubleToLongBits(coins));
    }

    @Override
    public void liquidation(Venue venue, long millis, PositionSide side, long priceTicks, long lots) {
        add(5, venue.name().hashCode(), millis, side.name().hashCode(), priceTicks, lots);
    }

    @Override
    public void funding(Venue venue, long millis, double rate, double predicted, long nextMillis) {
        add(
                6,
                venue.name().hashCode(),
                millis,
                Double.doubleToLongBits(rate),
                Double.doubleToLongBits(predicted),
                nextMillis);
    }

    @Override
    public void closing(
            Venue venue, long millis, ClosingStep step, long position, PositionSide side, long lots, double price) {
        add(7, venue.name().hashCode(), millis, step.name().hashCode(), position, lots, Double.doubleToLongBits(price));
    }

    private void add(long... values) {
        events++;
        for (long value : values) {
            hash = (hash ^ value) * 1_099_511_628_211L;
        }
    }
}
