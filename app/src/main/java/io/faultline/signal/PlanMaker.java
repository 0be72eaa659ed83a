package io.faultline.signal;

import io.faultline.market.TakerSide;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a cluster and a style into prices and a size. Stops are wider at weekends. */
public final class PlanMaker {
    private static final double AHEAD_OF_EDGE = 0.004;
    private static final double BEYOND_OPPOSITE = 0.001;
    private static final double STOP_WITHOUT_LEVEL = 0.01;
    private static final double BEYOND_FAR = 0.001;
    private static final double STOP_BEYOND_FAR = 0.004;
    private static final double WEEKEND_BUFFER = 0.005;
    private static final double NEXT_WITHIN = 0.03;
    private static final double MOST_RISK = 0.02;

    private PlanMaker() {}

    /** The prices, valid or not. */
    public static PlanLevels levels(PlanStyle style, PlanZone zone, PlanMarket market) {
        return switch (style) {
            case AHEAD -> ahead(zone, market);
            case AFTERMATH -> aftermath(zone, market);
            case MAGNET -> magnet(zone, market);
        };
    }

    /**
     * The plan; empty if its prices make no sense.
     *
     * @param accountUsd positive
     * @param risk share of the account to lose at the stop, above 0, at most 0.02: see {@link RiskFraction}
     */
    public static Optional<SessionPlan> plan(
            PlanStyle style, PlanZone zone, PlanMarket market, double accountUsd, double risk) {
        if (!(accountUsd > 0) || !(risk > 0 && risk <= MOST_RISK)) {
            throw new IllegalArgumentException("account of " + accountUsd + " USD, risk of " + risk);
        }
        return sized(style, levels(style, zone, market), accountUsd, risk);
    }

    /** The same with prices of the user's own. */
    public static Optional<SessionPlan> sized(PlanStyle style, PlanLevels levels, double accountUsd, double risk) {
        if (!levels.valid()) {
            return Optional.empty();
        }
        double riskUsd = accountUsd * risk;
        double quantity = riskUsd / levels.loss();
        double notional = quantity * levels.entry();
        return Optional.of(new SessionPlan(
                style, levels, quantity, notional, riskUsd, notional / accountUsd, levels.gain() / levels.loss()));
    }

    /** Entry before the near edge, stop beyond the nearest cluster on the other side, or 1 % without one. */
    private static PlanLevels ahead(PlanZone zone, PlanMarket market) {
        int sign = Towards.sign(zone.side());
        double entry = zone.near() * (1 - sign * AHEAD_OF_EDGE);
        Double next = zone.next();
        boolean within = next != null
                && sign * (next - zone.near()) > 0
                && sign * (next - zone.near()) / zone.near() <= NEXT_WITHIN;
        return onTick(
                market,
                order(sign),
                entry,
                stop(entry, zone.opposite(), sign, market),
                zone.far(),
                within ? next : null);
    }

    /** Entry beyond the far edge, or in front of the wall that catches the fall. */
    private static PlanLevels aftermath(PlanZone zone, PlanMarket market) {
        int sign = Towards.sign(zone.side());
        Double wall = market.catchingWall();
        double entry = wall == null ? zone.far() * (1 + sign * BEYOND_FAR) : wall - sign * market.tick();
        double stop = zone.far() * (1 + sign * (STOP_BEYOND_FAR + buffer(market)));
        return onTick(market, order(-sign), entry, stop, zone.near(), market.meanSinceStart());
    }

    /** Entry at mid, stop beyond the turning point behind. */
    private static PlanLevels magnet(PlanZone zone, PlanMarket market) {
        int sign = Towards.sign(zone.side());
        double stop = stop(market.mid(), market.swingBehind(), sign, market);
        return onTick(market, order(sign), market.mid(), stop, zone.near(), zone.far());
    }

    private static double stop(double entry, @Nullable Double level, int sign, PlanMarket market) {
        double beyond = level == null ? entry * (1 - sign * STOP_WITHOUT_LEVEL) : level;
        return beyond * (1 - sign * (BEYOND_OPPOSITE + buffer(market)));
    }

    private static double buffer(PlanMarket market) {
        return market.weekend() ? WEEKEND_BUFFER : 0;
    }

    private static TakerSide order(int sign) {
        return sign > 0 ? TakerSide.BUY : TakerSide.SELL;
    }

    private static PlanLevels onTick(
            PlanMarket market, TakerSide order, double entry, double stop, double target, @Nullable Double second) {
        return new PlanLevels(
                order,
                onTick(entry, market),
                onTick(stop, market),
                onTick(target, market),
                second == null ? null : Double.valueOf(onTick(second, market)));
    }

    /** The nearest price on the tick, at least one tick. */
    public static double onTick(double price, double tick) {
        return Math.max(
                tick,
                BigDecimal.valueOf((long) Math.rint(price / tick))
                        .multiply(BigDecimal.valueOf(tick))
                        .doubleValue());
    }

    /** In decimals, so that 923 680 ticks of 0.1 are 92368 and nothing beside it. */
    private static double onTick(double price, PlanMarket market) {
        return BigDecimal.valueOf((long) Math.rint(price / market.tick()))
                .multiply(BigDecimal.valueOf(market.tick()))
                .doubleValue();
    }
}
