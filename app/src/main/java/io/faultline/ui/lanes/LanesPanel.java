package io.faultline.ui.lanes;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.MarketRest;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * Cumulative volume delta, open interest and volume over the heatmap's stretch of time, a lane each. As many lanes are
 * drawn as there is height for; the figures of all are worked out, four times a second at most. JavaFX thread only.
 */
public final class LanesPanel implements Panel {
    private static final double LEAST_LANE = 30;
    private static final double CELL_PIXELS = 2;
    private static final long REST_NANOS = 250_000_000L;

    private final Shared axes;
    private final CanvasPane pane = new CanvasPane(2);
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final Pen overlayPen = new Pen(pane.layer(1).getGraphicsContext2D());
    private final LanesPainter painter;
    private final FlowCells cells = new FlowCells();
    private final Track delta = new Track();
    private final InterestTrack interest = new InterestTrack();
    private String symbol = "";
    private String span = "";
    private long nowNanos;
    private final MarketRest rest = new MarketRest(REST_NANOS);
    private long drawnTime = -1;
    private long drawnSize = -1;
    private long drawnCrosshair = -1;
    private boolean overlayStale;

    public LanesPanel(Shared axes, Palette palette) {
        this.axes = axes;
        painter = new LanesPainter(palette);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(title());
        pane.setFocusTraversable(true);
        pane.setOnMouseMoved(event -> lead(event.getX()));
        pane.setOnMouseExited(event -> axes.crosshair().leave());
        pane.setOnMousePressed(event -> pane.requestFocus());
    }

    @Override
    public String title() {
        return "Lanes";
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public void pulse(Pulse pulse) {
        TimeAxis time = axes.time();
        if (pane.layer(0).getHeight() < LEAST_LANE || time.width() < 2) {
            return;
        }
        boolean moved = !time.follows() && time.version() != drawnTime;
        boolean due = rest.due(pulse);
        if (due || moved || pane.version() != drawnSize) {
            drawnTime = time.version();
            drawnSize = pane.version();
            gather(pulse.view(), pulse.nowNanos());
            draw();
            overlayStale = true;
        }
        if (overlayStale || axes.crosshair().version() != drawnCrosshair) {
            overlayStale = false;
            drawnCrosshair = axes.crosshair().version();
            drawOverlay();
        }
    }

    private void gather(DeskView view, long now) {
        symbol = view.symbol();
        nowNanos = now;
        TimeAxis time = axes.time();
        long from = time.startNanos();
        long to = Math.min(time.endNanos(), now);
        span = time.follows() ? "in view" : "until " + Moments.brief(time.endNanos(), now);
        long length = FlowCells.length(time.spanNanos() / time.width(), CELL_PIXELS);
        cells.gather(view.history(), view.forming(), length, from, to);
        DeltaTrack.fill(delta, cells);
        List<VenueView> asked = axes.venues().asked(view);
        interest.fill(asked, from, to, Math.max(length / 2, 1_000_000_000L));
    }

    private void draw() {
        double height = pane.layer(0).getHeight();
        List<Lane> lanes = lanes();
        int shown = (int) Math.max(1, Math.min(lanes.size(), Math.floor(height / LEAST_LANE)));
        LanesPainter.Place place = place();
        pen.clear(place.right(), height);
        painter.ground(pen, place, height);
        double each = Math.floor(height / shown);
        for (int i = 0; i < shown; i++) {
            double top = i * each;
            painter.lane(pen, place, lanes.get(i), cells, top, i + 1 == shown ? height - top : each);
        }
        pane.setAccessibleText(title() + ", "
                + lanes.stream()
                        .limit(shown)
                        .map(lane -> lane.name() + " " + lane.figure())
                        .collect(Collectors.joining(", ")));
    }

    /** In the order in which they stand; the last gives way first. */
    private List<Lane> lanes() {
        String without = interest.missing().isEmpty()
                ? ""
                : "without " + interest.missing().stream().map(Venue::code).collect(Collectors.joining(" "));
        Track open = interest.track();
        double change = interest.change();
        return List.of(
                new Lane(Lane.Kind.DELTA, "CVD, USD", delta, signed(delta.last()), span),
                new Lane(
                        Lane.Kind.INTEREST,
                        "Open interest, USD" + (without.isEmpty() ? "" : ", " + without),
                        open,
                        known(open.last()),
                        (Double.isNaN(change) ? "?" : Numbers.change(change, 1)) + " " + span),
                new Lane(Lane.Kind.VOLUME, "Volume, USD", new Track(), known(volume()), span));
    }

    private double volume() {
        double sum = Double.NaN;
        for (int i = 0; i < cells.count(); i++) {
            if (cells.traded(i)) {
                sum = (Double.isNaN(sum) ? 0 : sum) + cells.bought(i) + cells.sold(i);
            }
        }
        return sum;
    }

    private static String known(double usd) {
        return Double.isNaN(usd) ? "?" : Numbers.usd(usd);
    }

    private static String signed(double usd) {
        return Double.isNaN(usd) ? "?" : (usd > 0 ? "+" : "") + Numbers.usd(usd);
    }

    /** Where the heatmap's plot stands on this canvas. */
    private LanesPainter.Place place() {
        TimeAxis time = axes.time();
        double left = pane.sceneToLocal(time.sceneLeft(), 0).getX();
        return new LanesPainter.Place(left, time, pane.layer(0).getWidth(), nowNanos);
    }

    private void drawOverlay() {
        long at = axes.crosshair().timeNanos();
        boolean used =
                at != 0 && at >= axes.time().startNanos() && at <= axes.time().endNanos();
        pane.layer(1).setVisible(used); // an empty canvas costs as much as a full one
        if (used) {
            double height = pane.layer(1).getHeight();
            int shown = (int) Math.max(1, Math.min(3, Math.floor(height / LEAST_LANE)));
            overlayPen.clear(pane.layer(1).getWidth(), height);
            painter.crosshair(
                    overlayPen,
                    place(),
                    at,
                    height,
                    shown,
                    List.of(signed(delta.at(at)), known(interest.track().at(at)), volumeAt(at)));
        }
    }

    private String volumeAt(long nanos) {
        int cell = (int)
                (Math.floorDiv(nanos, cells.lengthNanos()) - Math.floorDiv(cells.startNanos(0), cells.lengthNanos()));
        return cell < 0 || cell >= cells.count() || !cells.traded(cell)
                ? "?"
                : Numbers.usd(cells.bought(cell) + cells.sold(cell));
    }

    /** Leads the shared crosshair's time while the mouse is over the plot. */
    private void lead(double x) {
        LanesPainter.Place place = place();
        boolean inside = x >= place.left() && x < place.left() + axes.time().width();
        if (inside) {
            axes.crosshair()
                    .move(
                            Double.NaN,
                            axes.time().nanos(x - place.left(), axes.time().width()));
        } else {
            axes.crosshair().leave();
        }
    }

    @Override
    public String asText() {
        StringBuilder out = new StringBuilder("Lanes ").append(symbol).append('\n');
        for (Lane lane : lanes()) {
            out.append(lane.name())
                    .append('\t')
                    .append(lane.figure())
                    .append('\t')
                    .append(lane.note())
                    .append('\n');
        }
        out.append("UTC\tbought, USD\tsold, USD\n");
        for (int i = 0; i < cells.count(); i++) {
            if (cells.traded(i)) {
                out.append(Moments.brief(cells.startNanos(i), nowNanos))
                        .append('\t')
                        .append(Numbers.usdInFull(cells.bought(i)))
                        .append('\t')
                        .append(Numbers.usdInFull(cells.sold(i)))
                        .append('\n');
            }
        }
        return out.toString();
    }
}
