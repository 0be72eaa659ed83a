package io.faultline.desk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.PlanLevels;
import io.faultline.signal.PlanWarning;
import io.faultline.signal.SessionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stood when the user made it: it does not move with the market, and survives the program.
 *
 * @param clusterId of the run in which it was made
 * @param cluster its name then
 * @param near its near edge then
 * @param far its far edge then
 * @param madeMillis market time
 * @param risk share of the account, with every halving
 * @param moved whether the user has put a price elsewhere than the rule has it
 * @param ownLiquidation USD; null if never, or not known
 * @param text all of it in words, as it is copied
 */
public record MadePlan(
        int clusterId,
        String cluster,
        PositionSide side,
        double near,
        double far,
        Venue venue,
        long madeMillis,
        SessionPlan plan,
        double accountUsd,
        double risk,
        boolean weekend,
        boolean eventWindow,
        boolean moved,
        @Nullable Double ownLiquidation,
        List<PlanWarning> warnings,
        String text) {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final double MOVED = 0.001;

    public MadePlan {
        warnings = List.copyOf(warnings);
    }

    /** Of a draft; empty where that has none, or its cluster is gone. */
    public static Optional<MadePlan> of(DeskView view, PlanDraft draft, boolean moved) {
        return draft.plan()
                .flatMap(plan -> view.clusters()
                        .find(draft.wish().clusterId())
                        .map(cluster -> new MadePlan(
                                cluster.id(),
                                cluster.name(),
                                cluster.side(),
                                cluster.cluster().nearPrice(),
                                cluster.cluster().farPrice(),
                                draft.wish().venue(),
                                view.timeNanos() / 1_000_000,
                                plan,
                                draft.wish().accountUsd(),
                                draft.risk(),
                                draft.weekend(),
                                draft.eventWindow(),
                                moved,
                                Double.isNaN(draft.ownLiquidation()) ? null : Double.valueOf(draft.ownLiquidation()),
                                new ArrayList<>(draft.warnings()),
                                draft.text(view.symbol()))));
    }

    public PlanLevels levels() {
        return plan.levels();
    }

    /** Its prices, to be kept where they are. */
    public PlanMoves prices() {
        return new PlanMoves(
                OptionalDouble.of(levels().entry()),
                OptionalDouble.of(levels().stop()),
                OptionalDouble.of(levels().target()));
    }

    /** The price of that handle. */
    public double price(PlanMoves.Handle handle) {
        return switch (handle) {
            case ENTRY -> levels().entry();
            case STOP -> levels().stop();
            case TARGET -> levels().target();
        };
    }

    /** What has become of its cluster since, in words; empty while that stands where it stood. */
    public String since(ClustersView view) {
        Optional<ClusterView> now =
                view.known() ? view.find(clusterId).filter(found -> found.name().equals(cluster)) : Optional.empty();
        if (view.known() && now.isEmpty()) {
            return cluster + " is gone; the plan stands as it was made";
        }
        return now.filter(found -> Math.abs(found.cluster().nearPrice() / near - 1) > MOVED)
                .map(found -> cluster + " has moved since; make the plan anew")
                .orElse("");
    }

    /** One line, to be kept. */
    public String json() {
        return GSON.toJson(this);
    }

    /** What {@link #json} gave; empty if it is none. */
    public static Optional<MadePlan> read(String json) {
        try {
            MadePlan plan = GSON.fromJson(json, MadePlan.class);
            Objects.requireNonNull(plan.plan.levels().order());
            Objects.requireNonNull(plan.venue);
            Objects.requireNonNull(plan.side);
            return Optional.of(plan);
        } catch (RuntimeException e) { // whatever is thrown of a text that is none
            return Optional.empty();
        }
    }
}
