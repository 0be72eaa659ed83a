package io.faultline.ui.plans;

import io.faultline.signal.PaperResult;
import io.faultline.signal.PaperTrade;
import io.faultline.ui.paint.ExportRequest;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.PaperControl;
import io.faultline.ui.panel.PaperControl.Paper;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Plans that are traded on paper: how they stand, in USD and in multiples of what they risked. JavaFX thread only. */
public final class PaperPanel implements Panel {
    public static final String ID = "paper";
    private static final long REST_NANOS = 500_000_000L;

    private final PaperControl control;
    private final TableView<Paper> table = new TableView<>();
    private final Label summary = new Label();
    private final Button close;
    private final HBox strip;
    private List<Paper> shown = List.of();
    private int decimals = 2;
    private long nowNanos;
    private long shownAt = Long.MIN_VALUE;

    public PaperPanel(Shared axes) {
        control = axes.plans().papers();
        table.setId("paper-rows");
        table.getStyleClass().add("plan-table");
        table.getStylesheets().add(PlanSheets.PLANS);
        table.setFixedCellSize(20);
        table.setMinSize(0, 0);
        Label empty = new Label("No paper trade. Make a plan (E), then Arm on PAPER. Nothing is ever sent.");
        empty.getStyleClass().add("low");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        column("armed", 96, false, paper -> Moments.brief(armed(paper) * 1_000_000, nowNanos));
        column("trade", 160, false, paper -> PaperWords.plan(paper.trade()));
        column("entry", 76, true, paper -> price(result(paper).plan().levels().entry()));
        column("stop", 76, true, paper -> price(result(paper).plan().levels().stop()));
        column("target", 76, true, paper -> price(result(paper).plan().levels().target()));
        column("state", 124, false, PaperWords::stage);
        column("result", 84, true, paper -> PaperWords.net(result(paper)));
        column("R", 62, true, paper -> PaperWords.netR(result(paper)));
        column("fees", 54, true, paper -> Numbers.usd(result(paper).feesUsd()));
        column("funding", 54, true, paper -> Numbers.usd(result(paper).fundingUsd()));
        column("fills", 260, false, paper -> PaperWords.fills(result(paper), decimals, nowNanos));
        column("book before the entry", 210, false, paper -> PaperWords.before(result(paper)));
        Label chip = new Label("PAPER");
        chip.getStyleClass().add("paper-chip");
        summary.getStyleClass().add("mid");
        summary.setId("paper-summary");
        summary.setMinWidth(0);
        close = Form.button("paper-close", "Close", this::closeSelected);
        strip = new HBox(8, chip, summary, close, Form.button("paper-csv", "CSV", this::export));
        strip.setAlignment(Pos.CENTER_RIGHT);
        table.setAccessibleText("Paper trades");
    }

    private static PaperResult result(Paper paper) {
        return paper.trade().result();
    }

    private static long armed(Paper paper) {
        return result(paper).armedMillis();
    }

    private String price(double price) {
        return Numbers.price(price, decimals);
    }

    private void column(String title, double width, boolean right, Function<Paper, String> words) {
        TableColumn<Paper, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(each -> new ReadOnlyStringWrapper(words.apply(each.getValue())));
        if (right) {
            column.getStyleClass().add("right");
        }
        table.getColumns().add(column);
    }

    /** The selected one, or the newest. */
    private void closeSelected() {
        Paper chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null && !shown.isEmpty()) {
            chosen = shown.get(0);
        }
        if (chosen != null) {
            control.close(chosen);
            shownAt = Long.MIN_VALUE;
        }
    }

    private void export() {
        table.fireEvent(new ExportRequest("paper", "csv", PaperWords.csv(shown)));
    }

    @Override
    public String title() {
        return shown.isEmpty() ? "Paper" : "Paper " + shown.size();
    }

    @Override
    public Region node() {
        return table;
    }

    @Override
    public Region strip() {
        return strip;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        if (shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS) {
            return;
        }
        shownAt = clock;
        nowNanos = pulse.nowNanos();
        decimals = LastPrice.of(pulse.view()).decimals();
        List<Paper> now = control.all(pulse.view());
        if (!now.equals(shown)) {
            int selected = table.getSelectionModel().getSelectedIndex();
            shown = now;
            table.getItems().setAll(now);
            if (selected >= 0 && selected < now.size()) {
                table.getSelectionModel().select(selected);
            }
        }
        summary.setText(PaperWords.summary(shown));
        Paper chosen = table.getSelectionModel().getSelectedItem();
        close.setText(closeWords(chosen == null && !shown.isEmpty() ? shown.get(0) : chosen));
        close.setDisable(shown.isEmpty());
    }

    private static String closeWords(@Nullable Paper paper) {
        if (paper == null || !paper.live()) {
            return "Forget";
        }
        PaperTrade.Stage stage = result(paper).stage();
        return switch (stage) {
            case WAITING -> "Take back";
            case OPEN -> "Close now";
            case DONE, CANCELLED -> "Forget";
        };
    }

    @Override
    public String asText() {
        return PaperWords.summary(shown) + "\n"
                + shown.stream()
                        .map(paper -> PaperWords.plan(paper.trade()) + " at "
                                + price(result(paper).plan().levels().entry())
                                + ": " + PaperWords.stage(paper) + ", " + PaperWords.net(result(paper)) + ", "
                                + PaperWords.netR(result(paper)) + "; "
                                + PaperWords.fills(result(paper), decimals, nowNanos) + "; book "
                                + PaperWords.before(result(paper)))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
