package io.faultline.ui.plans;

import io.faultline.desk.MadePlan;
import io.faultline.market.Venue;
import io.faultline.signal.PlanStyle;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.PlanAccount;
import io.faultline.ui.panel.PlanControl;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The plan for the selected cluster: style, account, prices, size, warnings. It stands as it was made until it is made
 * anew. Nothing is ever sent. JavaFX thread only.
 */
public final class PlanPanel implements Panel {
    public static final String ID = "plan";
    private static final long REST_NANOS = 500_000_000L;
    private static final List<PlanStyle> STYLES = List.of(PlanStyle.values());

    private final PlanControl control;
    private final Shared axes;
    private final Segments styles;
    private final TextField account;
    private final TextField risk;
    private final Button venue;
    private final CheckBox event;
    private final VBox words = new VBox(2);
    private final FlowPane buttons = new FlowPane(6, 4);
    private final ScrollPane root;
    private String error = "";
    private long shownVersion = -1;
    private long shownAt = Long.MIN_VALUE;
    private List<String> shownWords = List.of();

    public PlanPanel(Shared axes) {
        this.axes = axes;
        control = axes.plans().plan();
        styles = new Segments(STYLES.stream().map(PlanWords::title).toArray(String[]::new));
        for (int i = 0; i < STYLES.size(); i++) {
            PlanStyle style = STYLES.get(i);
            styles.onPress(i, () -> control.style(style));
            styles.tooltip(i, new Tooltip(PlanWords.help(style)));
        }
        account = Form.field("plan-account", 76, this::account);
        risk = Form.field("plan-risk", 48, this::risk);
        risk.setPromptText("rule");
        venue = Form.button("plan-venue", "", this::nextVenue);
        event = Form.check("plan-event", "event on", control::eventMarked);
        buttons.getChildren()
                .addAll(
                        Form.button("plan-make", "Make anew", control::again),
                        Form.button("plan-copy", "Copy", this::copy),
                        Form.button("plan-paper", "Arm on PAPER", this::arm),
                        Form.button("plan-drop", "Drop", control::drop));
        FlowPane choice = new FlowPane(
                8,
                4,
                styles.node(),
                Form.row(Form.name("account"), account),
                Form.row(Form.name("risk %"), risk),
                Form.row(Form.name("at"), venue),
                event);
        VBox content = new VBox(6, choice, buttons, words);
        content.getStyleClass().add("dock-table");
        root = new ScrollPane(content);
        root.getStyleClass().addAll("dock-scroll", "plan");
        root.getStylesheets().add(PlanSheets.PLANS);
        root.setFitToWidth(true);
        root.setMinSize(0, 0);
        root.setAccessibleText("Plan");
    }

    private void account(String typed) {
        OptionalDouble usd = Form.figure(typed);
        change(
                usd.isEmpty() ? "an account is a figure in USD, such as 50,000" : "",
                now -> now.withAccount(usd.getAsDouble()));
    }

    private void risk(String typed) {
        if (typed.isBlank()) {
            change("", now -> now.withRisk(null));
            return;
        }
        OptionalDouble percent = Form.figure(typed.replace("%", ""));
        change(
                percent.isEmpty() ? "risk is a percentage from 0.5 to 2, or empty for the rule's" : "",
                now -> now.withRisk(percent.getAsDouble() / 100));
    }

    private void change(String problem, UnaryOperator<PlanAccount> change) {
        error = problem;
        if (problem.isEmpty()) {
            try {
                PlanAccount other = change.apply(control.account());
                if (!other.equals(control.account())) {
                    control.account(other);
                }
            } catch (IllegalArgumentException e) {
                error = Objects.requireNonNullElse(e.getMessage(), "not possible");
            }
        }
        shownVersion = -1;
    }

    private void nextVenue() {
        List<Venue> venues = control.venues();
        if (!venues.isEmpty()) {
            int at = control.venue().map(venues::indexOf).orElse(-1);
            control.account(control.account().withVenue(venues.get((at + 1) % venues.size())));
        }
    }

    private void copy() {
        error = axes.clip().put(asText()) ? "" : "the clipboard takes nothing";
        shownVersion = -1;
    }

    private void arm() {
        error = control.arm() ? "" : "there is no plan to arm";
        shownVersion = -1;
    }

    @Override
    public String title() {
        return control.plan().map(plan -> "Plan " + plan.cluster()).orElse("Plan");
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        boolean rest = shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS;
        long version = control.version() + axes.plans().events().version();
        if (rest && version == shownVersion) {
            return;
        }
        shownAt = clock;
        shownVersion = version;
        choices();
        List<Label> lines = new ArrayList<>();
        control.plan().ifPresent(plan -> plan(plan, pulse, lines));
        if (lines.isEmpty()) {
            lines.add(Form.words("No plan. Select a cluster and press E, or Plan on its card.", "low"));
        }
        if (!control.problem().isEmpty()) {
            lines.add(Form.words("No plan could be made: " + control.problem(), "warn"));
        }
        if (!error.isEmpty()) {
            lines.add(Form.words(error, "bad"));
        }
        lines.add(Form.words(PlanWords.NOT_ADVICE, "low"));
        show(lines);
        buttons.getChildren()
                .forEach(button -> button.setDisable(control.plan().isEmpty() && !"plan-make".equals(button.getId())));
    }

    private void choices() {
        styles.light(STYLES.indexOf(control.style()));
        set(account, Numbers.usdInFull(control.account().accountUsd()));
        Double share = control.account().risk();
        set(risk, share == null ? "" : Numbers.price(share * 100, 2));
        venue.setText(control.venue().map(Venue::title).orElse("no venue"));
        event.setSelected(control.eventMarked());
        event.setText(axes.plans()
                .events()
                .current()
                .map(now -> "event on (" + now.title() + ")")
                .orElse("event on"));
    }

    private static void set(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private static void plan(MadePlan plan, Pulse pulse, List<Label> lines) {
        int decimals = LastPrice.of(pulse.view()).decimals();
        lines.add(Form.words(PlanWords.head(plan, decimals), "tile-value"));
        PlanWords.warnings(plan).forEach(warning -> lines.add(Form.words("! " + warning, "warn")));
        PlanWords.lines(plan, decimals).forEach(line -> lines.add(Form.words(line, "mid")));
        String since = plan.since(pulse.view().clusters());
        if (!since.isEmpty()) {
            lines.add(Form.words(since, "warn"));
        }
        String made = Moments.brief(plan.madeMillis() * 1_000_000, pulse.nowNanos());
        lines.add(Form.words("made " + made + " UTC; drag its handles on the price axis", "low"));
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
        return control.plan().map(MadePlan::text).orElse("no plan") + "\n";
    }

    /** What it says, for tests. */
    String words() {
        return shownWords.stream().collect(Collectors.joining("\n"));
    }
}
