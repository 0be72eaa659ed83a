package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.ReplayControl;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** Steers a replay, in the place of the lanes: start, step, play, speed, place in time. JavaFX thread only. */
final class ReplayBar {
    static final double[] SPEEDS = {1, 2, 5, 10, 25, 100};
    private static final long BACK_NANOS = 1_000_000_000L;

    private final ReplayControl replay;
    private final VBox root = new VBox();
    private final Button cancel = new Button("Stop seeking");
    private final ReplayMarks marks = new ReplayMarks();
    private final SVGPath playSign = Icons.icon(Icons.PAUSE);
    private final Button play = new Button();
    private final List<ToggleButton> speeds = new ArrayList<>();
    private final Timeline timeline;
    private final Label clock = new Label();
    private final Label state = new Label();
    private @Nullable Drawn drawn;
    private long shownNanos;

    /** @param backToLive runs when the live market is asked for */
    ReplayBar(ReplayControl replay, Runnable backToLive) {
        this.replay = replay;
        timeline = new Timeline(share ->
                replay.seek(replay.firstNanos() + (long) (share * (replay.lastNanos() - replay.firstNanos()))));
        dress(play, "play", "Play or pause (Space)", this::playOrPause);
        play.setGraphic(playSign);
        HBox speedRow = new HBox();
        for (double speed : SPEEDS) {
            speedRow.getChildren().add(segment(speed));
        }
        speeds.get(speeds.size() - 1).getStyleClass().add("last");
        clock.setId("replay-clock");
        state.setId("replay-state");
        state.getStyleClass().add("mid");
        Button live = new Button("Back to live");
        live.setTooltip(new Tooltip("Leaves the replay and connects to the exchange"));
        live.getStyleClass().setAll("strip-button");
        live.setId("back-to-live");
        live.setOnAction(e -> backToLive.run());
        for (Region rigid : new Region[] {clock, state, live, speedRow}) {
            rigid.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(timeline, Priority.ALWAYS);
        cancel.getStyleClass().setAll("strip-button");
        cancel.setId("stop-seeking");
        cancel.setTooltip(new Tooltip("Stays where the seek has come to (Esc)"));
        cancel.setOnAction(e -> replay.stopSeeking());
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox controls = new HBox(
                button(Icons.TO_START, "to-start", "To the journal's start", this::toStart),
                button(Icons.BACK, "back", "One second back (,)", this::back),
                play,
                button(Icons.STEP, "step", "One frame (.)", this::step),
                button(Icons.TO_END, "to-end", "To the journal's end", this::toEnd),
                speedRow,
                state,
                cancel,
                space,
                live,
                PanelHead.helpButton());
        HBox place = new HBox(clock, timeline);
        for (HBox row : List.of(controls, place)) {
            row.getStyleClass().add("replay-row");
        }
        root.getStyleClass().add("replay-bar");
        root.getChildren().addAll(controls, place);
        speedRow.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }

    Region node() {
        return root;
    }

    void playOrPause() {
        if (replay.ended()) {
            replay.seek(replay.firstNanos());
            replay.play();
        } else if (replay.paused()) {
            replay.play();
        } else {
            replay.pause();
        }
    }

    void step() {
        replay.step();
    }

    /** Goes back a second and waits there. */
    void back() {
        replay.pause();
        replay.seek(Math.max(replay.firstNanos(), shownNanos - BACK_NANOS));
    }

    void toStart() {
        replay.seek(replay.firstNanos());
    }

    void toEnd() {
        replay.seek(replay.lastNanos());
    }

    /** The next speed up or down the row. */
    void faster(int steps) {
        int nearest = 0;
        for (int i = 1; i < SPEEDS.length; i++) {
            if (Math.abs(SPEEDS[i] - replay.speed()) < Math.abs(SPEEDS[nearest] - replay.speed())) {
                nearest = i;
            }
        }
        replay.speed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, nearest + steps))]);
    }

    /** Ends a seek that is on its way; false where there is none. */
    boolean stopSeeking() {
        boolean was = replay.seeking();
        if (was) {
            replay.stopSeeking();
        }
        return was;
    }

    void show(DeskView view, long nowNanos) {
        shownNanos = nowNanos;
        boolean running = !replay.paused() && !replay.ended();
        String sign = running ? Icons.PAUSE : Icons.PLAY;
        if (!sign.equals(playSign.getContent())) {
            playSign.setContent(sign);
        }
        for (int i = 0; i < SPEEDS.length; i++) {
            speeds.get(i).setSelected(Math.abs(SPEEDS[i] - replay.speed()) < 0.01);
        }
        long length = Math.max(1, replay.lastNanos() - replay.firstNanos());
        boolean seeking = replay.seeking();
        timeline.show(share(nowNanos, length), seeking ? share(target(), length) : Double.NaN);
        mark(view);
        clock.setText(nowNanos == 0 ? "" : Moments.full(nowNanos));
        cancel.setVisible(seeking);
        String words = seeking ? seekingWords(nowNanos) : replay.ended() ? "ended" : replay.paused() ? "paused" : "";
        state.setText(words + setBackWords(!words.isEmpty()));
    }

    /** Times that are not the journal's are not shown without saying so. */
    private String setBackWords(boolean more) {
        long nanos = replay.setBackNanos();
        return nanos == 0 ? "" : (more ? " · " : "") + "recorder's clock went back " + Numbers.age(nanos);
    }

    private double share(long nanos, long length) {
        return (nanos - replay.firstNanos()) / (double) length;
    }

    private long target() {
        return Math.min(replay.seekNanos(), replay.lastNanos());
    }

    /** How far a seek has come of what lies before its target. */
    private String seekingWords(long nowNanos) {
        double way = Math.max(1, target() - replay.firstNanos());
        double done = Math.max(0, Math.min(1, (nowNanos - replay.firstNanos()) / way));
        return "seeking " + Numbers.percent(done, 0);
    }

    /** Brings ticks and gaps up to date where they have changed. */
    private void mark(DeskView view) {
        marks.read(view);
        Drawn now = new Drawn(replay.gaps(), marks.version(), replay.firstNanos(), replay.lastNanos());
        if (!now.equals(drawn)) {
            drawn = now;
            timeline.show(now.gaps(), marks.list(), now.first(), now.last());
        }
    }

    /** What the timeline's ticks and gaps were drawn from. */
    private record Drawn(List<ReplayControl.Gap> gaps, int marks, long first, long last) {}

    Timeline timeline() {
        return timeline;
    }

    private ToggleButton segment(double speed) {
        ToggleButton segment = new ToggleButton(Math.round(speed) + "×");
        segment.getStyleClass().setAll("segment");
        segment.setId("speed-" + Math.round(speed));
        segment.setOnAction(e -> replay.speed(speed));
        speeds.add(segment);
        return segment;
    }

    private static Button button(String icon, String id, String words, Runnable action) {
        Button button = new Button();
        dress(button, id, words, action);
        button.setGraphic(Icons.icon(icon));
        return button;
    }

    private static void dress(Button button, String id, String words, Runnable action) {
        button.getStyleClass().setAll("replay-button");
        button.setId(id);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(e -> action.run());
    }
}
