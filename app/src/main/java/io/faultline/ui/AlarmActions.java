package io.faultline.ui;

import io.faultline.ui.alarms.chart.AlarmControl;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What can be done about alarms, with the keys for it: they work whichever panel has the focus. */
final class AlarmActions {
    private final AlarmCommands commands;
    private final AlarmControl control;
    private final AlarmStrip strip;

    AlarmActions(Workspace workspace) {
        commands = workspace.alarmCommands();
        control = workspace.axes().alarms();
        strip = workspace.alarms();
    }

    List<Action> list() {
        return List.of(
                Action.of(
                        "alarm-new",
                        "New alarm: at the crosshair, or on the selected cluster",
                        commands::begin,
                        Key.of("N", KeyCode.N)),
                Action.of("alarm-new-size", "New alarm: reported liquidations of a size", control::onSize),
                Action.of(
                        "alarm-new-any",
                        "New alarm: any cluster that is born, grows or comes near",
                        control::onAnyCluster),
                Action.of(
                                "alarm-keep",
                                "Keep the alarm that is being set",
                                commands::keep,
                                Key.of("Enter", KeyCode.ENTER))
                        .when(() -> control.draft() != null && !strip.holdsFocus()),
                Action.of(
                        "alarm-delete",
                        "Delete the chosen alarm, or the plan where its panel has the focus",
                        commands::delete,
                        Key.of("Del", KeyCode.DELETE)),
                Action.of(
                        "alarm-undo",
                        "Take back what was done last to alarms, plan or layout",
                        commands::undo,
                        Key.ctrl("Z", KeyCode.Z)),
                Action.of("alarm-ack", "Acknowledge the newest alarm", commands::acknowledge, Key.of("A", KeyCode.A)),
                Action.of(
                        "alarm-ack-all", "Acknowledge all alarms", commands::acknowledgeAll, Key.shift("A", KeyCode.A)),
                Action.of(
                        "alarm-snooze", "Snooze the newest alarm for 5 min", commands::snooze, Key.of("Z", KeyCode.Z)),
                Action.of("alarm-jump", "Jump to where the newest alarm fired", commands::jump, Key.of("J", KeyCode.J)),
                Action.of("alarm-log", "Alarm log", commands::showLog, Key.of("L", KeyCode.L)),
                Action.of("alarm-list", "Alarm list: all symbols", commands::showList, Key.of("F8", KeyCode.F8)),
                Action.of("alarm-mute", "Mute alarms, or let them sound", commands::mute, Key.of("M", KeyCode.M)),
                Action.of(
                        "alarm-settings",
                        "Settings of alarms and sounds: volume, test, quiet hours, notifications",
                        commands::openSettings,
                        Key.shift("F8", KeyCode.F8)));
    }
}
