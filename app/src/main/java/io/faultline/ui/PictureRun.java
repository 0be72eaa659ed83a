package io.faultline.ui;

import io.faultline.desk.GridView;
import io.faultline.desk.Session;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.ModelControl;
import io.faultline.ui.panel.OwnVenue;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.settings.SettingsFile;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * Draws the workspace until the market has come to the time asked for, then writes the picture. In a replay it seeks
 * there and stops the market, so that the same journal gives the same picture. JavaFX thread only.
 */
final class PictureRun {
    /** The scene is drawn this often at that time, so that panels that catch up over some pulses have caught up. */
    private static final int SETTLED_PULSES = 5;
    /** A market that does not move for so long on its way there never will. */
    private static final long STALL_NANOS = 180_000_000_000L;

    /** As good as for ever, and its nanoseconds fit. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** The heatmap is computed beside the market; it takes a second for 30 days of four venues. */
    private static final long LONGEST_HEATMAP_NANOS = 15_000_000_000L;

    private final Workspace workspace;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final WorkspaceOptions options;
    private final WorkspaceOptions.PictureRequest request;
    private final CompletableFuture<Void> done;
    private final long startedNanos = System.nanoTime();
    private final long marketStartNanos;
    private long moved = System.nanoTime();
    private long lastSeen;
    private @Nullable PanelPictures panels;
    private long arrivedPulse = -1;
    private long arrivedNanos;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            try {
                step();
            } catch (RuntimeException | OutOfMemoryError e) {
                end();
                done.completeExceptionally(e); // no later pulse would do better, and nobody would end the program
            }
        }
    };

    private PictureRun(
            Session session,
            WorkspaceOptions options,
            WorkspaceOptions.PictureRequest request,
            Function<Shared, Panels> panels,
            CompletableFuture<Void> done) {
        this.options = options;
        this.request = request;
        this.done = done;
        SettingsControl settings =
                new SettingsControl(new SettingsFile(options.home()).load().settings());
        SettingsEffects.begin(settings.now());
        LiquidationControl liquidations = LiquidationControl.of(session);
        SettingsEffects.begin(liquidations, settings.now());
        SettingsEffects.begin(session, settings.now());
        OwnVenue own = new OwnVenue(SettingsEffects.ownVenue(settings.now()), () -> {});
        Shared axes = Shared.create(
                VenueControl.of(session, own),
                liquidations,
                ModelControl.none(),
                settings,
                new AlarmControl(session.alarms()));
        workspace = new Workspace(session, axes, panels.apply(axes), Workspace.Window.none());
        workspace.alarms().hint(false);
        options.layer().ifPresent(layer -> layer.show(workspace));
        boolean depth = !axes.liquidations().liquidations();
        axes.span(options.span()
                .orElse(depth ? Duration.ofMinutes(5) : Duration.ofHours(24))
                .toNanos());
        marketStartNanos = session.replay()
                .map(replay -> Math.max(replay.firstNanos(), replay.seekNanos()))
                .orElse(session.nowNanos());
    }

    /** @param done completed when the file is written, or with what prevented it */
    static void start(
            Session session,
            WorkspaceOptions options,
            WorkspaceOptions.PictureRequest request,
            Function<Shared, Panels> panels,
            CompletableFuture<Void> done) {
        new PictureRun(session, options, request, panels, done).begin();
    }

    private void begin() {
        // The foot is part of the size asked for.
        Scene scene = new Scene(workspace.node(), width(), height() - Picture.FOOT);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        workspace.session().replay().ifPresent(replay -> {
            replay.pause();
            replay.seek(wantedMarketNanos()); // past its end it goes to its end
        });
        workspace.start(scene);
        timer.start();
    }

    private int width() {
        return options.width() > 0 ? options.width() : 1920;
    }

    private int height() {
        return options.height() > 0 ? options.height() : 1080;
    }

    private long wantedMarketNanos() {
        return marketStartNanos + afterNanos();
    }

    private long afterNanos() {
        return request.after().compareTo(LONGEST) > 0
                ? LONGEST.toNanos()
                : request.after().toNanos();
    }

    private void step() {
        if (arrivedPulse < 0) {
            if (arrived()) {
                arrivedNanos = arrivedNanos == 0 ? System.nanoTime() : arrivedNanos;
                boolean patient = System.nanoTime() - arrivedNanos < LONGEST_HEATMAP_NANOS;
                if (heatmapIsComputed() || !patient) {
                    arrivedPulse = workspace.pulses();
                    workspace.panel(HeatmapPanel.class).ifPresent(HeatmapPanel::lookAgain);
                }
            } else {
                watchForStall();
            }
        } else if (workspace.pulses() >= arrivedPulse + SETTLED_PULSES) {
            finish();
        }
    }

    /** Whether the heatmap in view is the one that is wanted; where nothing is modelled there is none to wait for. */
    private boolean heatmapIsComputed() {
        GridView grid = workspace.view().grid();
        GridView.Heat heat = grid.heat();
        boolean wanted = heat.choice().equals(workspace.axes().liquidations().choice());
        return grid.counted().isEmpty()
                || (wanted && !heat.recomputing() && !heat.past().isEmpty());
    }

    private boolean arrived() {
        Session session = workspace.session();
        return switch (session.mode()) {
            case LIVE -> System.nanoTime() - startedNanos >= afterNanos();
            case PRACTICE -> session.nowNanos() >= wantedMarketNanos();
            case REPLAY ->
                session.replay()
                        .map(replay -> !replay.seeking()
                                && (replay.ended() || session.nowNanos() >= wantedMarketNanos() || replay.paused()))
                        .orElse(true);
        };
    }

    private void watchForStall() {
        Session session = workspace.session();
        long now = System.nanoTime();
        if (session.mode() == Session.Mode.LIVE || session.view().timeNanos() != lastSeen) {
            lastSeen = session.view().timeNanos();
            moved = now;
        } else if (now - moved > STALL_NANOS) {
            end();
            done.completeExceptionally(new TimeoutException("the market has stood still for 3 minutes at "
                    + UtcTime.stamp(lastSeen) + ", before the picture's time"));
        }
    }

    private void finish() {
        try {
            if (panels == null) {
                Stamp stamp = Stamp.of(workspace, null);
                PngFile.write(Picture.of(workspace.node(), stamp.line(), 1), stamp.metadata(), request.file());
                panels = request.panels()
                        .map(folder -> new PanelPictures(workspace, folder, options.home(), this::heatmapIsComputed))
                        .orElse(null);
            }
            if (panels == null || panels.step()) {
                end();
                done.complete(null);
            }
        } catch (IOException e) {
            end();
            done.completeExceptionally(e);
        }
    }

    private void end() {
        timer.stop();
        if (panels != null) {
            panels.end();
        }
        workspace.stop();
        stage.hide();
    }
}
