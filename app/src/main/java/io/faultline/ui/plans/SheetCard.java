package io.faultline.ui.plans;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Signal;
import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.desk.SessionSheet;
import io.faultline.ui.paint.ExportRequest;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.panel.Clip;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.Source;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What a trader writes down before a session, as of when it was opened: nearest and largest cluster of each side, what
 * stands before them, what is ahead. JavaFX thread only.
 */
public final class SheetCard {
    private static final String SHEETS = "sheet";
    private static final Set<Signal> STAGES = Set.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);

    private final Session session;
    private final Clip clip;
    private final SheetWords sheet;
    private final Label said = Form.words("", "ok");
    private final VBox root = new VBox(8);

    public SheetCard(Session session, DeskView view, Shared axes, long nowNanos) {
        this.session = session;
        clip = axes.clip();
        sheet = SheetWords.of(
                view, axes.clusters().choice(), axes.plans().events().ahead(), nowNanos / 1_000_000);
        root.getStyleClass().addAll("plan-sheet", "plan");
        root.getStylesheets().add(PlanSheets.PLANS);
        Region title = PanelHead.titleRow("Session sheet " + sheet.symbol());
        String state = "mark " + Numbers.price(sheet.sheet().mark(), sheet.decimals()) + " · "
                + Moments.brief(sheet.sheet().millis() * 1_000_000, nowNanos) + " UTC · funding rule "
                + SheetWords.rule(axes.clusters().rule()) + (sheet.sheet().weekend() ? " · weekend" : "");
        root.getChildren().addAll(title, Form.words(state, "mid"), grid(view));
        axes.plans()
                .events()
                .current()
                .ifPresent(event -> root.getChildren().add(Form.words(EventsPanel.badge(event), "warn")));
        root.getChildren().add(Form.words(ahead(), "low"));
        root.getChildren()
                .add(Form.row(
                        Form.button("sheet-arm", "Arm their alarms", this::arm),
                        Form.button("sheet-save", "Save", this::save),
                        Form.button("sheet-copy", "Copy", this::copy),
                        Form.button("sheet-text", "Export text", () -> export("txt", clip.labelled(sheet.text()))),
                        Form.button("sheet-json", "Export JSON", () -> export("json", sheet.json(Source.of(session)))),
                        said));
        said.setId("sheet-said");
    }

    private Region grid(DeskView view) {
        if (sheet.sheet().lines().isEmpty()) {
            return Form.words(
                    view.clusters().known()
                            ? "Nothing above 0.5 % of open interest stands ahead of price."
                            : "Clusters are not known yet.",
                    "low");
        }
        GridPane grid = new GridPane(12, 3);
        for (int column = 0; column < SheetWords.HEADS.size(); column++) {
            grid.add(Form.name(SheetWords.HEADS.get(column)), column, 0);
        }
        int row = 1;
        for (SessionSheet.Line line : sheet.sheet().lines()) {
            List<String> cells = sheet.cells(line);
            for (int column = 0; column < cells.size(); column++) {
                Label cell = new Label(cells.get(column));
                cell.getStyleClass().add("cell");
                grid.add(cell, column, row);
            }
            row++;
        }
        return grid;
    }

    private String ahead() {
        return sheet.ahead().isEmpty() ? "Nothing ahead within a day." : "Ahead: " + String.join(" · ", sheet.ahead());
    }

    /** What goes over the workspace. */
    public Region node() {
        return root;
    }

    private void arm() {
        List<Integer> ids = sheet.clusterIds();
        if (ids.isEmpty()) {
            say("there is no cluster to arm");
            return;
        }
        session.alarms().send(sheet.symbol(), new AlarmCommand.ArmClusters(ids, ClusterAlarmRule.DEFAULT, STAGES));
        say("alarms on " + ids.size() + (ids.size() == 1 ? " cluster" : " clusters"));
    }

    private void save() {
        session.records().write(SHEETS, sheet.symbol() + " " + sheet.sheet().millis(), sheet.json(Source.of(session)));
        String problem = session.records().problem();
        say(problem.isEmpty() ? "saved" : "not saved: " + problem);
    }

    private void copy() {
        say(clip.put(sheet.text()) ? "copied" : "the clipboard takes nothing");
    }

    private void export(String extension, String text) {
        root.fireEvent(new ExportRequest("sheet", extension, text));
    }

    private void say(String words) {
        said.setText(words);
    }
}
