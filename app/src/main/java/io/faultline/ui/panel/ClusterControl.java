package io.faultline.ui.panel;

import io.faultline.desk.CardChoice;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.Records;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingRule;
import io.faultline.signal.SizeScale;
import io.faultline.signal.Timeframe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster the user is busy with, and by which of the published rules clusters are judged, for all panels of a symbol.
 * Clusters are told by {@link ClusterView#id}; one that is selected may have dissolved meanwhile. JavaFX thread only.
 */
public final class ClusterControl {
    /** Stands for a cluster where there is none. */
    public static final int NONE = 0;

    /** Older ones are forgotten. */
    private static final int MOST_STARS = 200;

    private final LiquidationControl liquidations;
    /** When the cluster of each number was first seen: where numbers begin anew, another cluster is not taken for it. */
    private final Map<Integer, Long> stars = new LinkedHashMap<>();

    private final KeptClusters kept = new KeptClusters();
    private TableLook look = TableLook.USUAL;
    private double leastUsd;
    private boolean touched;
    private int selected;
    private int pointed;
    private FundingRule rule = FundingRule.SQUEEZE;
    private SizeScale scale = SizeScale.BY_OPEN_INTEREST;
    private @Nullable DistanceProfile distances;
    private @Nullable Consumer<ClusterView> alarm;
    private @Nullable Consumer<ClusterView> plan;
    private IntConsumer remark = id -> {};
    private long version;

    public ClusterControl(LiquidationControl liquidations) {
        this.liquidations = liquidations;
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    /** The cluster that commands mean; {@link #NONE} without one. */
    public int selected() {
        return selected;
    }

    /** The cluster that commands mean, if it is still shown. */
    public Optional<ClusterView> selected(ClustersView view) {
        return view.find(selected);
    }

    /** The one that is selected or, without one, the nearest: what card and plan are about. */
    public Optional<ClusterView> shown(ClustersView view) {
        return selected(view).or(() -> nearest(view));
    }

    public boolean isSelected(int id) {
        return id == selected;
    }

    /** Selects a cluster in all panels; {@link #NONE} lets go of the one that was. */
    public void select(int id) {
        if (id != selected) {
            selected = id;
            version++;
        }
    }

    /** The one that all panels light: under the mouse, else the selected one. */
    public int lit() {
        return pointed == NONE ? selected : pointed;
    }

    /** The mouse is over a cluster; {@link #NONE} when it is over none. */
    public void point(int id) {
        if (id != pointed) {
            pointed = id;
            version++;
        }
    }

    /** Selects the next cluster by distance, of both sides together, or with −1 the one before; round at the ends. */
    public void step(ClustersView view, int steps) {
        List<ClusterView> all = byDistance(view);
        if (all.isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            at = all.get(i).id() == selected ? i : at;
        }
        int next = at < 0 ? (steps > 0 ? 0 : all.size() - 1) : Math.floorMod(at + steps, all.size());
        select(all.get(next).id());
    }

    private static Optional<ClusterView> nearest(ClustersView view) {
        return byDistance(view).stream().findFirst();
    }

    /** Those that count first in nearness; what is below significance is left out unless there is nothing else. */
    private static List<ClusterView> byDistance(ClustersView view) {
        List<ClusterView> all = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            view.side(side).clusters().stream().filter(ClusterView::significant).forEach(all::add);
        }
        if (all.isEmpty()) {
            all.addAll(view.clusters());
        }
        all.sort(Comparator.comparingDouble(ClusterView::distance));
        return all;
    }

    /** Whether the user has marked it as one of their own. */
    public boolean starred(Track track) {
        Long since = stars.get(track.id());
        return since != null && since == track.firstSeenMillis();
    }

    /** Marks a cluster as one of the user's own, or takes that back. */
    public void star(Track track) {
        if (starred(track)) {
            stars.remove(track.id());
        } else {
            stars.remove(track.id());
            stars.put(track.id(), track.firstSeenMillis());
        }
        while (stars.size() > MOST_STARS) {
            stars.remove(stars.keySet().iterator().next());
        }
        keepOwn();
    }

    /** Clusters that hold less, USD, are left out of the table, but for the user's own; 0 for none. */
    public double leastUsd() {
        return leastUsd;
    }

    public void leastUsd(double usd) {
        leastUsd = usd;
        keepOwn();
    }

    private void keepOwn() {
        touched = true;
        version++;
        kept.keep(new KeptClusters.Own(stars, leastUsd));
    }

    /** How the table of clusters is set. */
    public TableLook look() {
        return look;
    }

    public void look(TableLook chosen) {
        if (!chosen.equals(look)) {
            look = chosen;
            version++;
            kept.keep(chosen);
        }
    }

    /** Takes what was kept of that symbol, where the user has not chosen meanwhile, and keeps what comes. */
    public void bind(Records records, String symbol) {
        kept.bind(
                records,
                symbol,
                own -> {
                    if (!touched) {
                        stars.putAll(own.stars());
                        leastUsd = own.leastUsd();
                        version++;
                    }
                },
                before -> {
                    if (look.equals(TableLook.USUAL)) {
                        look = before;
                        version++;
                    }
                });
    }

    /** The reading of crowded funding that is in force. */
    public FundingRule rule() {
        return rule;
    }

    public void rule(FundingRule inForce) {
        rule = inForce;
        version++;
    }

    /** Whether sizes are judged by open interest, or as they were published for BTC. */
    public SizeScale scale() {
        return scale;
    }

    public void scale(SizeScale judgedBy) {
        scale = judgedBy;
        version++;
    }

    /** The distances that count: the user's own, else those of the timeframe. */
    public DistanceProfile distances() {
        return distances == null ? liquidations.timeframe().distances() : distances;
    }

    /** Chooses distances; null goes by the timeframe again. */
    public void distances(@Nullable DistanceProfile chosen) {
        distances = chosen;
        version++;
    }

    /** Whether the distances are the user's own, and not those of the timeframe. */
    public boolean ownDistances() {
        return distances != null;
    }

    /** What quality cards, plans and sheets depend on. */
    public CardChoice choice() {
        Timeframe timeframe = liquidations.timeframe();
        return new CardChoice(
                liquidations.discount(), distances(), scale, rule, timeframe, liquidations.weekendCounts());
    }

    /** What sets an alarm on a cluster; whoever builds alarms puts it here. */
    public void onAlarm(Consumer<ClusterView> set) {
        alarm = set;
        version++;
    }

    /** What plans a trade on a cluster; whoever builds plans puts it here. */
    public void onPlan(Consumer<ClusterView> make) {
        plan = make;
        version++;
    }

    /** What measures a cluster's migration from where it is now on. */
    public void onRemark(IntConsumer begin) {
        remark = begin;
    }

    public boolean canAlarm() {
        return alarm != null;
    }

    public boolean canPlan() {
        return plan != null;
    }

    /** Sets an alarm on that cluster, where there is something that does. */
    public void alarm(ClusterView cluster) {
        if (alarm != null) {
            alarm.accept(cluster);
        }
    }

    /** Plans a trade on that cluster, where there is something that does. */
    public void plan(ClusterView cluster) {
        if (plan != null) {
            plan.accept(cluster);
        }
    }

    /** Measures the migration of that cluster from where it is now on. */
    public void remark(int id) {
        remark.accept(id);
    }
}
