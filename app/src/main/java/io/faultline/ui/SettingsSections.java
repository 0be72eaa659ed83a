package io.faultline.ui;

import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.Setting;
import io.faultline.ui.settings.SettingsControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands on the page of settings, in order; whoever has more to set adds a section in {@link #page}. */
final class SettingsSections {
    private final Around around;
    private final SettingsControl settings;
    private final List<SettingRow<?>> rows = new ArrayList<>();

    /**
     * What the page needs beside the settings.
     *
     * @param endpoints contacted by the live market; empty where none is shown
     */
    private record Around(Workspace workspace, Path home, Runnable resetLayout, List<String> endpoints) {}

    private SettingsSections(Around around) {
        this.around = around;
        settings = around.workspace().axes().settings();
    }

    /** The page of a window. */
    static SettingsPage page(WorkspaceWindow window) {
        return page(new Around(
                window.workspace(),
                window.windows().setup().options().home(),
                window::resetLayout,
                window.windows().sessions().endpoints()));
    }

    /** The page of a workspace that is in no window, for its picture. */
    static SettingsPage page(Workspace workspace, Path home) {
        return page(new Around(workspace, home, workspace.layout()::reset, List.of()));
    }

    private static SettingsPage page(Around around) {
        SettingsSections sections = new SettingsSections(around);
        List<SettingsSection> all = new ArrayList<>();
        for (KnownSettings.Group group : KnownSettings.GROUPS) {
            List<SettingsSection.Row> rows = new ArrayList<>();
            group.settings().forEach(setting -> rows.add(sections.row(setting)));
            rows.addAll(sections.beside(group.title()));
            all.add(new SettingsSection(group.title(), rows));
        }
        all.add(new SettingsSection("Alarms and sounds", List.of(sections.alarms())));
        all.add(new SettingsSection("Feeds", sections.feeds()));
        return SettingsPage.of(sections.settings, all, sections.rows);
    }

    private <T> SettingsSection.Row row(Setting<T> setting) {
        SettingRow<T> row = SettingRow.of(setting, settings);
        rows.add(row);
        return row.row();
    }

    /** What stands under a heading without being a value to set. */
    private List<SettingsSection.Row> beside(String group) {
        return switch (group) {
            case KnownSettings.STORAGE ->
                List.of(SettingsSection.told(
                        "Home folder",
                        around.home().toAbsolutePath()
                                + ": settings, layout, journals, history, records. Another one with --home."));
            case KnownSettings.START ->
                List.of(asked(
                        "Layout",
                        "Columns, dock and map of every symbol shown, as is usual.",
                        "Reset layout",
                        around.resetLayout()));
            default -> List.of();
        };
    }

    private SettingsSection.Row alarms() {
        return new SettingsSection.Row(
                "alarms sounds mute volume test quiet hours desktop notifications picture perimeter",
                around.workspace().alarmCommands().settingsForm());
    }

    private List<SettingsSection.Row> feeds() {
        List<String> endpoints = around.endpoints();
        return List.of(
                SettingsSection.told(
                        "Endpoints contacted",
                        endpoints.isEmpty()
                                ? "None: this window shows no live market."
                                : String.join("\n", endpoints)
                                        + "\nNothing else is contacted: no account, no key, no telemetry."),
                asked(
                        "Venues",
                        "Each can be switched off and on while it runs, with its topics, losses and ages.",
                        "Feed health",
                        () -> {
                            around.workspace().overlays().close();
                            around.workspace().showHealth();
                        }));
    }

    private static SettingsSection.Row asked(String title, String words, String button, Runnable action) {
        Region told = SettingsSection.told(title, words).node();
        Button ask = new Button(button);
        ask.getStyleClass().setAll("action-button");
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(e -> action.run());
        HBox row = new HBox(16, told, ask);
        HBox.setHgrow(told, Priority.ALWAYS);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return new SettingsSection.Row(title + " " + words + " " + button, row);
    }
}
