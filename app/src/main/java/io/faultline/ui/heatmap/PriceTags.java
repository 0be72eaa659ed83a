package io.faultline.ui.heatmap;

import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmInk;
import io.faultline.ui.alarms.chart.AlarmMark;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.paint.TagStack;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The tags of the price axis: last price, mark, alarms, crosshair. Pushed apart, with a leader to their true price. */
final class PriceTags {
    private static final double HEIGHT = 17;
    private static final double BELL = 11;
    /** Beyond so many, those nearest to price are shown. */
    private static final int MOST_ALARMS = 12;

    private final Ink ink;
    private final AlarmControl alarms;
    private final List<Tag> tags = new ArrayList<>();
    private double[] middles = new double[8];

    private enum Kind {
        LAST,
        MARK,
        ALARM,
        CROSS
    }

    private record Tag(
            Kind kind, double price, double y, @Nullable AlarmMark alarm) {}

    PriceTags(Ink ink, AlarmControl alarms) {
        this.ink = ink;
        this.alarms = alarms;
    }

    /** @param cross the crosshair's price; NaN for none */
    void draw(GraphicsContext gc, Frame frame, double right, double cross) {
        HeatView view = frame.view();
        gather(frame, cross);
        if (middles.length < tags.size()) {
            middles = new double[2 * tags.size()];
        }
        for (int i = 0; i < tags.size(); i++) {
            middles[i] = tags.get(i).y();
        }
        TagStack.spread(middles, tags.size());
        double half = HEIGHT / 2;
        for (int i = tags.size() - 1; i >= 0; i--) {
            middles[i] = Math.rint(Math.max(half, Math.min(view.height() - half, middles[i])));
            draw(gc, frame, tags.get(i), right, middles[i]);
        }
    }

    /** The first is that of the last price, which never moves; above the plot where it is not in view. */
    private void gather(Frame frame, double cross) {
        HeatView view = frame.view();
        tags.clear();
        boolean last = inView(view, frame.last());
        tags.add(new Tag(Kind.LAST, frame.last(), last ? view.y(frame.last()) : -1000, null));
        if (inView(view, frame.mark())) {
            tags.add(new Tag(Kind.MARK, frame.mark(), view.y(frame.mark()), null));
        }
        if (frame.priced()) {
            alarms.marks().stream()
                    .filter(mark -> inView(view, mark.price()))
                    .sorted(Comparator.comparing((AlarmMark mark) -> mark.state() != AlarmMark.State.DRAFT)
                            .thenComparingDouble(mark -> Math.abs(mark.price() - frame.anchor())))
                    .limit(MOST_ALARMS)
                    .forEach(mark -> tags.add(new Tag(Kind.ALARM, mark.price(), view.y(mark.price()), mark)));
        }
        if (Double.isFinite(cross)) {
            tags.add(new Tag(Kind.CROSS, cross, view.y(cross), null));
        }
    }

    private static boolean inView(HeatView view, double price) {
        return price > view.low() && price < view.high();
    }

    /** The alarm's tag at that height of the axis; null where there is none. */
    @Nullable
    AlarmMark alarmAt(double y) {
        for (int i = 0; i < tags.size(); i++) {
            AlarmMark alarm = tags.get(i).alarm();
            if (alarm != null && Math.abs(middles[i] - y) <= HEIGHT / 2) {
                return alarm;
            }
        }
        return null;
    }

    private void draw(GraphicsContext gc, Frame frame, Tag tag, double right, double y) {
        AlarmMark alarm = tag.alarm();
        switch (tag.kind()) {
            case LAST -> {
                if (tag.y() >= 0) {
                    ground(gc, frame, tag, right, y, ink.palette.text(), ink.palette.text());
                    price(gc, tag, frame, right, y, true, ink.palette.bg());
                }
            }
            case MARK -> {
                ground(gc, frame, tag, right, y, ink.palette.panel(), ink.palette.low());
                price(gc, tag, frame, right, y, false, ink.palette.text());
            }
            case CROSS -> {
                ground(gc, frame, tag, right, y, ink.palette.selected(), ink.palette.lineStrong());
                price(gc, tag, frame, right, y, false, ink.palette.text());
            }
            case ALARM -> {
                if (alarm != null) {
                    alarm(gc, frame, tag, alarm, right, y);
                }
            }
        }
    }

    private void alarm(GraphicsContext gc, Frame frame, Tag tag, AlarmMark mark, double right, double y) {
        Color colour = AlarmInk.colour(ink.palette, mark);
        boolean chosen = mark.state() == AlarmMark.State.DRAFT || mark.state() == AlarmMark.State.CHOSEN;
        ground(gc, frame, tag, right, y, chosen ? ink.palette.selected() : ink.palette.panel(), colour);
        price(gc, tag, frame, right, y, chosen, chosen ? ink.palette.text() : colour);
        double sign = Math.floor(frame.view().width()) + 8;
        if (mark.stage() == 0) {
            AlarmInk.bell(gc, sign, y, BELL, colour);
        } else {
            gc.setFont(ink.strong);
            gc.setFill(chosen ? ink.palette.text() : colour);
            gc.setTextAlign(TextAlignment.CENTER);
            gc.fillText(Integer.toString(mark.stage()), sign, y);
        }
    }

    private void ground(GraphicsContext gc, Frame frame, Tag tag, double right, double y, Color fill, Color edge) {
        double left = frame.view().width() + 0.5;
        double trueY = Math.rint(tag.y()) + 0.5;
        if (Math.abs(trueY - y) > 1) {
            gc.setStroke(edge);
            gc.setLineWidth(1);
            gc.strokeLine(left - 6, trueY, left, y);
        }
        double top = Math.floor(y - HEIGHT / 2);
        double width = right - Math.floor(left);
        gc.setFill(fill);
        gc.fillRect(Math.floor(left), top, width, HEIGHT + 1);
        gc.setFill(edge);
        Hairline.frame(gc, Math.floor(left), top, width, HEIGHT + 1);
    }

    /** Alarms' prices have no decimals that the axis has no room for beside the sign. */
    private void price(GraphicsContext gc, Tag tag, Frame frame, double right, double y, boolean strong, Color text) {
        gc.setFill(text);
        gc.setFont(strong ? ink.strong : ink.figure);
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setTextBaseline(VPos.CENTER);
        boolean large = tag.kind() == Kind.ALARM && tag.price() >= 10_000;
        gc.fillText(Numbers.price(tag.price(), large ? 0 : frame.decimals()), right - 5, y);
    }
}
