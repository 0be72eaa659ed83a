package io.faultline.ui.clusters;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.SideView;
import io.faultline.desk.SweepView;
import io.faultline.market.PositionSide;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.Grey;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.theme.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;

/**
 * Cards of the clusters that matter, right of now, with brackets over the spans of all. Words change twice a second, and a
 * card moves once a second at most, but goes with the price axis at once. JavaFX thread only.
 */
public final class NowCards {
    private static final long WORDS_REST_NANOS = 500_000_000L;
    private static final long MOVE_REST_NANOS = 1_000_000_000L;
    private static final double PIXELS_A_CARD = 60;
    private static final double LINE_HEIGHT = 14;
    private static final double PADDING = 7;

    /** Lower, and cards lose what is under their second line. */
    private static final double ROOMY = 500;

    /** From the left, where brackets stand over the spans, pixels. */
    public static final double BRACKETS = CardPainter.LEFT;

    private final ClusterControl control;
    private final PriceAxis price;
    private final Canvas canvas = new Canvas();
    private final CardPainter painter;
    private List<CardPlacement.Placed> placed = List.of();
    private List<CardText> texts = List.of();
    private List<CardPainter.Span> spans = List.of();
    private long wordedAt = Long.MIN_VALUE;
    private long movedAt = Long.MIN_VALUE;
    private long wordedNow;
    private long drawnAxis = -1;
    private long drawnControl = -1;
    private AlarmsView drawnAlarms = AlarmsView.NONE;
    private double drawnWidth = -1;
    private double drawnHeight = -1;

    public NowCards(Shared axes, Palette palette) {
        control = axes.clusters();
        price = axes.price();
        painter = new CardPainter(palette);
        canvas.setMouseTransparent(true);
    }

    /** What they are drawn on: from now to the price axis, as high as the plot. */
    public Canvas canvas() {
        return canvas;
    }

    /** The cluster whose card stands at that point of the canvas; {@link ClusterControl#NONE} for none. */
    public int at(double x, double y) {
        for (CardPlacement.Placed card : placed) {
            if (x >= CardPainter.LEFT && x <= canvas.getWidth() && y >= card.top() && y <= card.bottom()) {
                return card.id();
            }
        }
        return ClusterControl.NONE;
    }

    /** The cluster whose bell is drawn at that point of the canvas; {@link ClusterControl#NONE} for none. */
    public int bellAt(double x, double y) {
        for (CardPlacement.Placed card : placed) {
            boolean drawn = texts.stream()
                    .filter(text -> text.id() == card.id())
                    .anyMatch(text -> CardPainter.hasBell(card, text, control.lit()));
            if (drawn && CardPainter.bell(card, canvas.getWidth()).contains(x, y)) {
                return card.id();
            }
        }
        return ClusterControl.NONE;
    }

    /** Draws what has changed. */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public void update(DeskView view, long nowNanos) {
        long clock = System.nanoTime();
        Grey.on(canvas, view.grid().restored());
        boolean geometry =
                price.version() != drawnAxis || canvas.getWidth() != drawnWidth || canvas.getHeight() != drawnHeight;
        boolean chosen = control.version() != drawnControl || view.alarms() != drawnAlarms;
        boolean ahead = Math.abs(nowNanos - wordedNow) >= 2 * WORDS_REST_NANOS;
        boolean due = wordedAt == Long.MIN_VALUE || clock - wordedAt >= WORDS_REST_NANOS || ahead;
        if (!geometry && !chosen && !due) {
            return;
        }
        wordedAt = due ? clock : wordedAt;
        wordedNow = due ? nowNanos : wordedNow;
        drawnAxis = price.version();
        drawnControl = control.version();
        drawnAlarms = view.alarms();
        drawnWidth = canvas.getWidth();
        drawnHeight = canvas.getHeight();
        draw(view, clock, geometry || chosen || ahead);
    }

    private void draw(DeskView view, long clock, boolean atOnce) {
        ClustersView clusters = view.clusters();
        int decimals = LastPrice.of(view).decimals();
        List<ClusterView> wanted = wanted(clusters);
        List<CardText> words = wanted.stream()
                .map(cluster -> CardText.of(cluster, clusters, view.alarms(), control.choice(), decimals))
                .toList();
        List<CardPlacement.Placed> places = placed;
        boolean others = !ids(places)
                .equals(new HashSet<>(wanted.stream().map(ClusterView::id).toList()));
        if (atOnce || others || movedAt == Long.MIN_VALUE || clock - movedAt >= MOVE_REST_NANOS) {
            movedAt = clock;
            places = places(wanted, words);
        }
        List<CardPainter.Span> brackets = spans(clusters);
        if (atOnce || !places.equals(placed) || !words.equals(texts) || !brackets.equals(spans)) {
            placed = places;
            texts = words;
            spans = brackets;
            painter.draw(canvas, spans, placed, texts, control.lit());
        }
    }

    private static Set<Integer> ids(List<CardPlacement.Placed> places) {
        Set<Integer> ids = new HashSet<>();
        places.forEach(place -> ids.add(place.id()));
        return ids;
    }

    /** Nearest and largest of each side, the selected one, then by mass what is in view. */
    private List<ClusterView> wanted(ClustersView clusters) {
        int most = (int) (canvas.getHeight() / PIXELS_A_CARD);
        List<ClusterView> wanted = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            clusters.side(side).nearest().ifPresent(wanted::add);
        }
        for (PositionSide side : PositionSide.values()) {
            SideView of = clusters.side(side);
            of.largest().filter(cluster -> !wanted.contains(cluster)).ifPresent(wanted::add);
        }
        Optional<ClusterView> selected = control.selected(clusters);
        selected.filter(cluster -> !wanted.contains(cluster)).ifPresent(cluster -> wanted.add(0, cluster));
        clusters.clusters().stream()
                .filter(cluster -> cluster.significant() && inView(cluster) && !wanted.contains(cluster))
                .sorted(Comparator.comparingDouble(cluster -> -cluster.mass().atRiskUsd()))
                .forEach(wanted::add);
        return wanted.size() > most ? List.copyOf(wanted.subList(0, most)) : wanted;
    }

    private boolean inView(ClusterView cluster) {
        return cluster.cluster().highPrice() > price.low() && cluster.cluster().lowPrice() < price.high();
    }

    private List<CardPlacement.Placed> places(List<ClusterView> wanted, List<CardText> words) {
        List<CardPlacement.Wanted> cards = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ClusterView cluster = wanted.get(i);
            double high = price.y(cluster.cluster().highPrice());
            double low = price.y(cluster.cluster().lowPrice());
            double height = canvas.getHeight();
            double anchor =
                    low < 0 || high > height ? (low + high) / 2 : (Math.max(0, high) + Math.min(height, low)) / 2;
            cards.add(new CardPlacement.Wanted(cluster.id(), anchor, height(words.get(i))));
        }
        return CardPlacement.place(cards, canvas.getHeight());
    }

    private double height(CardText text) {
        int lines = 1 + Math.min(text.lines().size(), canvas.getHeight() < ROOMY ? 2 : 3);
        return lines * LINE_HEIGHT + PADDING;
    }

    /** Of every cluster in view; one that price has entered keeps the edges that it had then. */
    private List<CardPainter.Span> spans(ClustersView clusters) {
        List<CardPainter.Span> all = new ArrayList<>();
        for (ClusterView cluster : clusters.clusters()) {
            SweepView sweep = CardText.sweep(cluster, clusters);
            double high = cluster.cluster().highPrice();
            double low = cluster.cluster().lowPrice();
            boolean held = false;
            if (sweep != null && sweep.inside()) {
                held = true;
                high = Math.max(sweep.near(), sweep.far());
                low = Math.min(sweep.near(), sweep.far());
            }
            if (high > price.low() && low < price.high()) {
                all.add(new CardPainter.Span(
                        cluster.id(), cluster.side(), price.y(high), price.y(low), cluster.significant(), held));
            }
        }
        return all;
    }
}
