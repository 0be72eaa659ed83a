package io.faultline.alarm;

import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three stages of a cluster alarm as a pure function of state and sample. Distances are from price to an edge, in
 * the way that price goes when it comes, as a fraction of price. One sample may fire several stages in order.
 */
final class StageMachine {
    private final int sign;
    private final ClusterAlarmRule rule;

    /** State after a sample, and what it brought about. */
    record Step(StageState state, List<StageEvent> events) {}

    StageMachine(PositionSide side, ClusterAlarmRule rule) {
        this.sign = side == PositionSide.LONG ? -1 : 1;
        this.rule = rule;
    }

    /**
     * @param seen the cluster's edges now; null if it is gone
     * @param nextNear near edge of the next cluster behind; null if there is none
     */
    Step step(StageState state, double price, @Nullable Edges seen, @Nullable Double nextNear) {
        boolean frozen = state.stage().frozen();
        Edges old = state.edges();
        if (!frozen && seen == null) {
            return gone(state);
        }
        Edges edges = frozen ? old : seen;
        if (edges == null) {
            throw new IllegalStateException("stage " + state.stage() + " without edges");
        }
        Double next = frozen && nextNear == null ? state.nextNear() : nextNear;
        Double oldNear = !frozen && old != null && old.near() != edges.near() ? Double.valueOf(old.near()) : null;
        return new Walk(state, price, edges, next, oldNear).run();
    }

    private static Step gone(StageState state) {
        List<StageEvent> events = state.stage() == Stage.NEAR
                ? List.of(new StageEvent(StageEvent.Kind.WITHDRAWN, StageEvent.Cause.CLUSTER_GONE))
                : List.of();
        return new Step(StageState.START, events);
    }

    private double distance(double price, double edge) {
        return sign * (edge - price) / price;
    }

    /** One sample's way through the stages. */
    private final class Walk {
        private final List<StageEvent> events = new ArrayList<>(2);
        private final double price;
        private final Edges edges;
        private final @Nullable Double next;
        private final @Nullable Double oldNear;
        private final double distance;
        private Stage stage;
        private int beyond;

        /**
         * @param oldNear near edge of the sample before, null if it has not moved
         */
        Walk(StageState state, double price, Edges edges, @Nullable Double next, @Nullable Double oldNear) {
            this.price = price;
            this.edges = edges;
            this.next = next;
            this.oldNear = oldNear;
            this.distance = distance(price, edges.near());
            this.stage = state.stage();
            this.beyond = state.beyond();
        }

        Step run() {
            if (stage == Stage.IDLE && distance <= rule.perimeter()) {
                go(Stage.NEAR, StageEvent.Kind.PERIMETER, cause(rule.perimeter()));
            }
            if (stage == Stage.NEAR && distance <= 0) {
                beyond = 0;
                go(Stage.INSIDE, StageEvent.Kind.ENTRY, cause(0));
            }
            if (stage == Stage.INSIDE) {
                inside();
            }
            boolean left = stage != Stage.IDLE && stage != Stage.INSIDE;
            if (left && distance >= rule.rearm()) {
                boolean moved = oldNear != null;
                go(Stage.IDLE, StageEvent.Kind.REARMED, moved ? StageEvent.Cause.MIGRATION : StageEvent.Cause.PRICE);
            }
            return new Step(new StageState(stage, edges, next, beyond), events);
        }

        private void inside() {
            boolean through = -distance(price, edges.far()) >= rule.confirm();
            beyond = through ? beyond + 1 : 0;
            if (beyond >= rule.confirmSamples()) {
                boolean cascade = nextIsClose();
                go(
                        cascade ? Stage.CONFIRMED : Stage.SWEPT,
                        cascade ? StageEvent.Kind.CASCADE : StageEvent.Kind.SWEPT,
                        StageEvent.Cause.PRICE);
            } else if (distance >= rule.exit()) {
                go(Stage.NEAR, StageEvent.Kind.REJECTED, StageEvent.Cause.PRICE);
            }
        }

        private boolean nextIsClose() {
            if (next == null) {
                return false;
            }
            double gap = sign * (next - edges.near()) / edges.near();
            return gap > 0 && gap <= rule.nextGap();
        }

        private StageEvent.Cause cause(double threshold) {
            return oldNear != null && distance(price, oldNear) > threshold
                    ? StageEvent.Cause.MIGRATION
                    : StageEvent.Cause.PRICE;
        }

        private void go(Stage to, StageEvent.Kind kind, StageEvent.Cause cause) {
            stage = to;
            events.add(new StageEvent(kind, cause));
        }
    }
}
