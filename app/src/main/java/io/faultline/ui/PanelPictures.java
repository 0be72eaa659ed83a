package io.faultline.ui;

import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.plans.SheetCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Takes a picture of every panel of a workspace, and of every card that lies over it, one after another, each after some
 * pulses on the screen; those of the dock in a dock that is high enough for them. JavaFX thread only.
 */
final class PanelPictures {
    private static final double DOCK = 360;
    private static final int SETTLED_PULSES = 5;
    /** What was made up for the pictures is checked once a second. */
    private static final int EXAMPLE_PULSES = 80;
    /** A heatmap that is not there by then is not waited for. */
    private static final int MOST_PULSES = 600;

    private final Workspace workspace;
    private final Path folder;
    private final Deque<Subject> waiting = new ArrayDeque<>();
    private @Nullable ExampleTrade example;
    private final BooleanSupplier computed;
    private @Nullable Subject next;
    private long shownAt;

    /** Something to take a picture of. */
    private interface Subject {
        void show();

        /** What is to be in the picture; null where it is not on the screen. */
        @Nullable
        Region node();

        String id();

        String name();

        /** How often it is drawn before its picture is taken. */
        default int pulses() {
            return SETTLED_PULSES;
        }
    }

    /**
     * @param folder each goes there under its panel's id
     * @param home whose settings are shown
     * @param computed whether the heatmap in view is the one that is chosen
     */
    PanelPictures(Workspace workspace, Path folder, Path home, BooleanSupplier computed) {
        this.workspace = workspace;
        this.computed = computed;
        this.folder = folder;
        for (HeatmapLayer layer : HeatmapLayer.values()) {
            if (layer != HeatmapLayer.MAP) {
                waiting.add(new Typed(layer));
            }
        }
        waiting.add(new Examples());
        workspace.focus().frames().forEach(frame -> waiting.add(new Framed(frame)));
        card("session-sheet", this::sheet);
        card("export", () -> new ExportCard(workspace.exports().all(), (export, format) -> {}).node());
        card("news", () -> {
            workspace.showNews();
            return null;
        });
        card("alarm-settings", () -> {
            workspace.alarmCommands().openSettings();
            return null;
        });
        card("settings-page", () -> SettingsSections.page(workspace, home).node());
    }

    private Region sheet() {
        return new SheetCard(workspace.session(), workspace.view(), workspace.axes(), workspace.nowNanos()).node();
    }

    /** What makes a card: null where it has opened it itself. */
    private interface Maker {
        @Nullable
        Region make();
    }

    private void card(String id, Maker maker) {
        waiting.add(new Subject() {
            @Override
            public void show() {
                workspace.overlays().close();
                Region made = maker.make();
                if (made != null) {
                    workspace.overlays().toggle(id, made, made);
                }
            }

            @Override
            public @Nullable Region node() {
                return workspace.overlays().isOpen(id) ? workspace.overlays().content() : null;
            }

            @Override
            public String id() {
                return id;
            }

            @Override
            public String name() {
                return PanelHelp.TITLES.getOrDefault(id, id);
            }
        });
    }

    private final class Framed implements Subject {
        private final PanelFrame frame;

        Framed(PanelFrame frame) {
            this.frame = frame;
        }

        @Override
        public void show() {
            if (!frame.shown()) {
                Arrangement as = workspace.layout().arrangement();
                workspace.layout().arrange(new Arrangement(as.widths(), DOCK, as.mapOver()));
                workspace.layout().showInDock(frame.id());
            }
        }

        @Override
        public @Nullable Region node() {
            return frame.shown() ? frame.node() : null;
        }

        @Override
        public String id() {
            return frame.id();
        }

        @Override
        public String name() {
            return frame.name();
        }
    }

    /** No picture: makes up what the panels after it would lack. */
    private final class Examples implements Subject {
        @Override
        public void show() {
            HeatmapLayer.CUMULATIVE.show(workspace);
            example = ExampleTrade.in(workspace);
        }

        @Override
        public @Nullable Region node() {
            return null;
        }

        @Override
        public String id() {
            return "";
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public int pulses() {
            return EXAMPLE_PULSES;
        }
    }

    /** The heatmap in one of its types. */
    private final class Typed implements Subject {
        private final HeatmapLayer layer;
        private final PanelFrame heatmap = workspace.focus().frames().get(0);

        Typed(HeatmapLayer layer) {
            this.layer = layer;
        }

        @Override
        public void show() {
            layer.show(workspace);
            workspace.layout().arrange(Arrangement.USUAL);
            workspace.panel(HeatmapPanel.class).ifPresent(HeatmapPanel::lookAgain);
        }

        @Override
        public Region node() {
            return heatmap.node();
        }

        @Override
        public String id() {
            return "heat-" + layer.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String name() {
            return heatmap.name();
        }
    }

    /**
     * Goes on; called once a pulse.
     *
     * @return whether all are taken
     */
    boolean step() throws IOException {
        Subject now = next;
        if (now == null) {
            next = waiting.poll();
            shownAt = workspace.pulses();
            if (next == null) {
                end();
                return true;
            }
            next.show();
            return false;
        }
        long shown = workspace.pulses() - shownAt;
        if (shown < now.pulses() || (!computed.getAsBoolean() && shown < MOST_PULSES)) {
            return false;
        }
        Region node = now.node();
        if (node != null) {
            Stamp stamp = Stamp.of(workspace, now.name());
            Path file = folder.resolve(now.id().toLowerCase(Locale.ROOT) + ".png");
            PngFile.write(Picture.of(node, stamp.line(), 1), stamp.metadata(), file);
        }
        next = null;
        return false;
    }

    /** Takes back what was made up. */
    void end() {
        workspace.overlays().close();
        if (example != null) {
            example.takeBack();
        }
    }
}
