package io.faultline.ui.plans;

import io.faultline.desk.ClusterView;
import io.faultline.desk.DeskView;
import io.faultline.desk.OwnVerdict;
import io.faultline.desk.OwnWish;
import io.faultline.liquidation.GridFlag;
import io.faultline.market.PositionSide;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.OwnControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * "Am I in a cluster?": the user's own position, where each venue would liquidate it, and whether many others would be
 * liquidated there. What is typed stays on this machine, and out of pictures. JavaFX thread only.
 */
public final class OwnPanel implements Panel {
    public static final String ID = "own";
    private static final long REST_NANOS = 500_000_000L;

    private final OwnControl control;
    private final Segments sides = new Segments("Long", "Short");
    private final Segments modes = new Segments("Isolated", "Cross");
    private final TextField entry = Form.field("own-entry", 78, this::typed);
    private final TextField size = Form.field("own-size", 62, this::typed);
    private final TextField leverage = Form.field("own-leverage", 40, this::typed);
    private final TextField margin = Form.field("own-margin", 62, this::typed);
    private final Label marginName = Form.name("added margin");
    private final CheckBox pictures;
    private final VBox words = new VBox(2);
    private final ScrollPane root;
    private PositionSide side = PositionSide.LONG;
    private boolean cross;
    private boolean filled;
    private String error = "";
    private List<String> shownWords = List.of();
    private long shownVersion = -1;
    private long shownAt = Long.MIN_VALUE;

    public OwnPanel(Shared axes) {
        control = axes.plans().own();
        sides.onPress(0, () -> side(PositionSide.LONG));
        sides.onPress(1, () -> side(PositionSide.SHORT));
        modes.onPress(0, () -> cross(false));
        modes.onPress(1, () -> cross(true));
        pictures = Form.check("own-pictures", "in pictures", control::inPictures);
        FlowPane form = new FlowPane(
                8,
                4,
                sides.node(),
                Form.row(Form.name("entry"), entry),
                Form.row(Form.name("size"), size),
                Form.row(Form.name("leverage"), leverage),
                modes.node(),
                Form.row(marginName, margin),
                pictures,
                Form.button("own-check", "Check", () -> typed("")),
                Form.button("own-forget", "Forget", this::forget));
        VBox content = new VBox(6, form, words);
        content.getStyleClass().add("dock-table");
        content.setId("own-content");
        root = new ScrollPane(content);
        root.getStyleClass().addAll("dock-scroll", "plan");
        root.getStylesheets().add(PlanSheets.PLANS);
        root.setFitToWidth(true);
        root.setMinSize(0, 0);
        root.setAccessibleText("Am I in a cluster?");
    }

    private void side(PositionSide chosen) {
        side = chosen;
        typed("");
    }

    private void cross(boolean on) {
        cross = on;
        typed("");
    }

    private void forget() {
        control.own(null);
        for (TextField field : List.of(entry, size, leverage, margin)) {
            field.clear();
        }
        error = "";
        shownVersion = -1;
    }

    /** Checks what stands in the form, once all of it does. */
    private void typed(String unused) {
        shownVersion = -1;
        error = "";
        boolean started = !entry.getText().isBlank() || !size.getText().isBlank();
        if (!started) {
            return;
        }
        if (entry.getText().isBlank()
                || size.getText().isBlank()
                || leverage.getText().isBlank()) {
            error = "entry, size and leverage are needed";
            return;
        }
        OptionalDouble price = Form.figure(entry.getText());
        OptionalDouble coins = Form.figure(size.getText());
        OptionalDouble times = Form.figure(leverage.getText().replace("x", ""));
        OptionalDouble usd = margin.getText().isBlank() ? OptionalDouble.of(0) : Form.figure(margin.getText());
        if (price.isEmpty() || coins.isEmpty() || times.isEmpty() || usd.isEmpty()) {
            error = "that is no figure: "
                    + (price.isEmpty() ? "entry" : coins.isEmpty() ? "size" : times.isEmpty() ? "leverage" : "margin");
            return;
        }
        if (cross && !(usd.getAsDouble() > 0)) {
            error = "with cross margin the whole account is needed";
            return;
        }
        try {
            OwnWish wish = new OwnWish(
                    side,
                    price.getAsDouble(),
                    coins.getAsDouble(),
                    times.getAsDouble(),
                    cross ? 0 : usd.getAsDouble(),
                    cross ? usd.getAsDouble() : 0);
            if (control.own().filter(wish::equals).isEmpty()) {
                control.own(wish);
            }
        } catch (IllegalArgumentException e) {
            error = String.valueOf(e.getMessage());
        }
    }

    @Override
    public String title() {
        long inside = control.verdicts().stream()
                .filter(verdict -> verdict.cluster().isPresent())
                .count();
        return inside > 0 ? "My position !" : "My position";
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        boolean rest = shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS;
        if (rest && shownVersion == control.version()) {
            return;
        }
        shownAt = clock;
        shownVersion = control.version();
        fill();
        OwnControl.mark(root, !control.inPictures());
        sides.light(side == PositionSide.LONG ? 0 : 1);
        modes.light(cross ? 1 : 0);
        marginName.setText(cross ? "account, USD" : "added margin");
        pictures.setSelected(control.inPictures());
        show(lines(pulse.view()));
    }

    /** Once, with what was kept. */
    private void fill() {
        OwnWish wish = control.own().orElse(null);
        if (wish == null || filled) {
            return;
        }
        filled = true;
        side = wish.side();
        cross = wish.cross();
        set(entry, wish.entry());
        set(size, wish.size());
        set(leverage, wish.leverage());
        set(margin, wish.cross() ? wish.walletUsd() : wish.addedMarginUsd());
    }

    private static void set(TextField field, double value) {
        if (field.getText().isBlank() && value > 0) {
            field.setText(
                    java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        }
    }

    private List<Label> lines(DeskView view) {
        List<Label> lines = new ArrayList<>();
        if (!error.isEmpty()) {
            lines.add(Form.words(error, "bad"));
        }
        if (control.own().isEmpty()) {
            lines.add(Form.words("Type entry, size (coins) and leverage; Check. It stays on this machine.", "low"));
            return lines;
        }
        int decimals = LastPrice.of(view).decimals();
        for (OwnVerdict verdict : control.verdicts()) {
            lines.add(Form.words(words(verdict, decimals), verdict.cluster().isPresent() ? "warn" : "mid"));
        }
        if (control.verdicts().isEmpty()) {
            lines.add(Form.words("No venue's margin table is known yet.", "low"));
        }
        lines.add(Form.words("By the venues' margin tables; a venue's own figure counts. Not advice.", "low"));
        return lines;
    }

    /** {@code Binance liquidates at 98,400.5: in L2, 640M at risk. 8x moves it out, to 97,120.0}. */
    static String words(OwnVerdict verdict, int decimals) {
        StringBuilder words = new StringBuilder(verdict.venue().title());
        if (Double.isNaN(verdict.liquidation())) {
            words.append(" would never liquidate it");
        } else {
            words.append(" liquidates at ").append(Numbers.price(verdict.liquidation(), decimals));
        }
        words.append(verdict.estimate() ? " (cross: an estimate)" : "");
        if (verdict.cluster().isPresent()) {
            ClusterView cluster = verdict.cluster().get();
            words.append(": in ")
                    .append(cluster.name())
                    .append(", ")
                    .append(Numbers.usd(cluster.mass().atRiskUsd()))
                    .append(" at risk. ");
            words.append(verdict.wayOut()
                    .map(out -> Numbers.price(out.leverage(), 0) + "x moves it out"
                            + (out.liquidationPrice() == null
                                    ? ""
                                    : ", to " + Numbers.price(out.liquidationPrice(), decimals)))
                    .orElse("No leverage on offer moves it out"));
        } else if (!Double.isNaN(verdict.liquidation())) {
            words.append(": in no cluster");
        }
        words.append(verdict.openable() ? "" : ". The venue does not offer that leverage for that size");
        for (GridFlag flag : verdict.table()) {
            words.append(". ").append(flag.chip());
        }
        return words.toString();
    }

    private void show(List<Label> lines) {
        List<String> text = lines.stream().map(Label::getText).toList();
        if (!text.equals(shownWords)) {
            shownWords = text;
            words.getChildren().setAll(lines);
        }
    }

    @Override
    public String asText() {
        return "Own position\n" + String.join("\n", shownWords) + "\n";
    }
}
