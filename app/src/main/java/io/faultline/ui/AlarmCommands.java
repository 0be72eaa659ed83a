package io.faultline.ui;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.Firing;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.SoundSettings;
import io.faultline.desk.AlarmBoard;
import io.faultline.ui.alarms.AlarmListPanel;
import io.faultline.ui.alarms.AlarmLogPanel;
import io.faultline.ui.alarms.AlarmSettingsForm;
import io.faultline.ui.alarms.Call;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.plans.PlanPanel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be done about alarms from a workspace. JavaFX thread only. */
final class AlarmCommands {
    private static final long SNOOZE_MILLIS = 300_000;

    private final Workspace workspace;
    private final Shared axes;
    private final AlarmControl control;
    private final AlarmBoard board;

    AlarmCommands(Workspace workspace) {
        this.workspace = workspace;
        axes = workspace.axes();
        control = axes.alarms();
        board = control.board();
    }

    /** Begins a new alarm: on what the crosshair is over, else on the selected cluster, else on the price. */
    void begin() {
        Crosshair crosshair = axes.crosshair();
        PriceAxis axis = axes.price();
        if (axes.liquidations().liquidations() && axes.liquidations().type() == HeatType.FEED) {
            control.onSize();
        } else if (Double.isFinite(crosshair.price())) {
            control.onWhatIsAt(axis, axis.y(crosshair.price()));
        } else if (control.seen().clusters().find(axes.clusters().selected()).isPresent()) {
            control.onCluster(axes.clusters().selected());
        } else if (Double.isFinite(control.seen().price())) {
            control.onPrice(axis, axis.y(control.seen().price()));
        } else {
            workspace.say("There is no price yet", true);
        }
    }

    void keep() {
        control.keep();
    }

    /** Drops what is being set; false where nothing is. */
    boolean drop() {
        boolean any = control.draft() != null;
        if (any) {
            control.drop();
        }
        return any;
    }

    void delete() {
        boolean ofPlan = workspace
                .focus()
                .current()
                .panel()
                .filter(PlanPanel.class::isInstance)
                .isPresent();
        if (ofPlan && axes.plans().plan().plan().isPresent()) {
            axes.plans().plan().drop();
            workspace.say("The plan is forgotten; Ctrl+Z brings it back", false);
            return;
        }
        boolean inList = control.draft() == null
                && workspace
                        .focus()
                        .current()
                        .panel()
                        .filter(AlarmListPanel.class::isInstance)
                        .isPresent();
        if (inList
                && workspace
                        .panel(AlarmListPanel.class)
                        .map(AlarmListPanel::deleteSelected)
                        .orElse(false)) {
            return;
        }
        if (!control.deleteChosen()) {
            workspace.say("No alarm is chosen: click its tag on the price axis, or choose it in the list (F8)", false);
        }
    }

    /** The user has seen the newest. */
    void acknowledge() {
        workspace.calls().stream().findFirst().ifPresent(call -> acknowledge(call.symbol(), Set.of(call.entry())));
    }

    /** The user has seen all, of all symbols. */
    void acknowledgeAll() {
        for (AlarmsView view : board.views()) {
            if (!view.calling().isEmpty()) {
                acknowledge(view.symbol(), Set.copyOf(view.calling()));
            }
        }
    }

    private void acknowledge(String symbol, Set<LogEntry> entries) {
        Set<Long> numbers = entries.stream().map(LogEntry::number).collect(Collectors.toSet());
        board.send(symbol, new AlarmCommand.Acknowledge(numbers));
    }

    /** Silences the alarm that called last for five minutes. */
    void snooze() {
        workspace.calls().stream().findFirst().ifPresent(call -> {
            long until = workspace.session().nowNanos() / 1_000_000 + SNOOZE_MILLIS;
            long id = call.entry().firing().alarm().id();
            board.send(call.symbol(), new AlarmCommand.Snooze(Set.of(id), until));
            workspace.say(call.entry().firing().alarm().name() + " is silent for 5 min", false);
        });
    }

    /** Shows where and when the newest fired, in the tab of its symbol. */
    void jump() {
        List<Call> calls = workspace.calls();
        if (!calls.isEmpty()) {
            jumpTo(calls.get(0).entry().firing());
            return;
        }
        control.view().log().stream()
                .filter(entry -> entry.firing().signal().calls())
                .findFirst()
                .ifPresentOrElse(entry -> jumpTo(entry.firing()), () -> workspace.say("No alarm has fired yet", false));
    }

    void jumpTo(Firing firing) {
        String symbol = firing.alarm().symbol();
        if (!symbol.equals(control.seen().symbol())) {
            workspace.openSymbol(symbol, tab -> tab.alarmCommands().jumpTo(firing));
            return;
        }
        TimeAxis time = axes.time();
        long nanos = firing.exchangeMillis() * 1_000_000;
        if (nanos < time.startNanos() || nanos > time.endNanos()) {
            time.goTo(nanos + time.spanNanos() / 4);
        }
        PriceAxis price = axes.price();
        if (firing.price() < price.low() || firing.price() > price.high()) {
            price.pan(Math.round((firing.price() - (price.low() + price.high()) / 2) / price.grouping()));
        }
        axes.crosshair().place(firing.price(), nanos);
    }

    void showLog() {
        workspace.layout().showInDock(AlarmLogPanel.ID);
    }

    void showList() {
        workspace.layout().showInDock(AlarmListPanel.ID);
    }

    /** Opens the settings of alarms and sounds, or closes them. */
    void openSettings() {
        Region title = PanelHead.titleRow("Alarms and sounds");
        Region form = settingsForm();
        form.setFocusTraversable(true);
        workspace.overlays().toggle("alarm-settings", new VBox(title, form), form);
    }

    /** What the settings of alarms and sounds are changed with. */
    Region settingsForm() {
        return new AlarmSettingsForm(board::settings, board::settings, workspace::testSound).node();
    }

    void undo() {
        control.undo();
    }

    /** Makes all sounds silent, or lets them be heard again; at once. */
    void mute() {
        AlarmSettings settings = board.settings();
        SoundSettings sounds = settings.sounds();
        boolean muted = !sounds.muted();
        board.settings(settings.with(
                new SoundSettings(muted, sounds.quietHours(), sounds.coolDownMillis(), sounds.staleMillis())));
        workspace.say(muted ? "Alarms make no sound" : "Alarms sound", false);
    }
}
