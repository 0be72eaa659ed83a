package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.MarketList;
import io.faultline.desk.Positioning;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The top 40 px: what is traded, its price and figures, where the data comes from, the time. JavaFX thread only. */
final class TopBar {
    private static final double GAP = 18;

    private static final String SOUNDING = "Alarms sound: mute them (M)";
    /** Many tabs leave room for the price and the first figures. */
    private static final double TABS_SHARE = 0.36;
    /** A narrower bar has no room for the timeframes; their key goes on. */
    private static final double TIMEFRAMES_FROM = 1180;

    private final VenueControl venues;
    private final FittingRow figures = new FittingRow(GAP);
    private final HBox root = new HBox();
    private final TabStrip tabs;
    private final TimeframeSwitch timeframes;
    private final ShapeMark direction = new ShapeMark(Shape.UP, Tone.LOW);
    private final Label last = new Label("–");
    private final Label source = new Label();
    private final Figure change = new Figure("24 h");
    private final Figure mark = new Figure("Mark");
    private final Figure index = new Figure("Index");
    private final Figure openInterest = new Figure("Open interest");
    private final Figure volume = new Figure("Volume 24 h");
    private final Figure liquidated = new Figure("Liquidated 24 h", "liquidated");
    private final Figure funding = new Figure("Funding", "funding");
    private final Chip mode = new Chip("mode");
    private final Chip state = new Chip("state");
    private final Label clock = new Label();
    private final Button sound;
    private boolean muted;
    private final Tooltip clockTip = new Tooltip();
    /** What its buttons ask for. */
    record Asked(Runnable picture, Runnable mute, Runnable alarms, Runnable settings, Runnable help) {}

    private String interestChange = "?";
    private @Nullable DeskView shownView;
    private @Nullable Headline shown;

    TopBar(VenueControl venues, TabStrip tabs, TimeframeSwitch timeframes, Asked asked) {
        this.venues = venues;
        this.tabs = tabs;
        this.timeframes = timeframes;
        Label name = new Label("Faultline");
        name.getStyleClass().add("brand");
        last.getStyleClass().add("last-price");
        last.setId("last-price");
        source.setId("price-source");
        source.getStyleClass().add("price-source");
        clock.getStyleClass().add("clock");
        clock.setId("clock");
        clock.setTooltip(clockTip);
        // The order in which they give way when the window is narrow: the last first.
        figures.add(change.node(), 0);
        figures.add(mark.node(), 3);
        figures.add(index.node(), 5);
        figures.add(openInterest.node(), 2);
        figures.add(volume.node(), 4);
        figures.add(liquidated.node(), 6);
        figures.add(funding.node(), 1);
        HBox.setHgrow(figures, Priority.ALWAYS);

        HBox brand = new HBox(10, Icons.mark(), name);
        HBox price = new HBox(6, direction, last, source);
        HBox chips = new HBox(8, mode.node(), state.node());
        sound = button(Icons.SOUND, SOUNDING, "sound", asked.mute());
        HBox buttons = new HBox(
                2,
                button(Icons.CAMERA, "Picture of the window (P)", "picture", asked.picture()),
                sound,
                button(Icons.BELL, "All alarms (F8)", "alarms", asked.alarms()),
                button(Icons.GEAR, "Settings (Ctrl+,)", "settings", asked.settings()),
                button(Icons.HELP, "Key list (F1)", "help", asked.help()));
        for (HBox box : new HBox[] {brand, price, chips, buttons}) {
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            box.setMinWidth(Region.USE_PREF_SIZE);
        }
        clock.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("top-bar");
        root.getChildren().addAll(brand, tabs.node(), price, figures, chips, timeframes.node(), clock, buttons);
        root.widthProperty().addListener((o, was, is) -> fit(is.doubleValue()));
        HBox.setMargin(timeframes.node(), new Insets(0, 0, 0, 10));
        HBox.setMargin(tabs.node(), new Insets(0, 16, 0, 18));
        HBox.setMargin(figures, new Insets(0, 12, 0, 20));
        HBox.setMargin(clock, new Insets(0, 10, 0, 14));
    }

    Region node() {
        return root;
    }

    private void fit(double width) {
        tabs.widest(Math.rint(TABS_SHARE * width));
        boolean room = width >= TIMEFRAMES_FROM;
        timeframes.node().setVisible(room);
        timeframes.node().setManaged(room);
    }

    /** Scalp, day or swing. */
    TimeframeSwitch timeframes() {
        return timeframes;
    }

    /** @param live whether the price may be read as the market's */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    void show(DeskView view, long nowNanos, boolean live) {
        if (view != shownView) {
            shownView = view;
            Headline now = Headline.of(view, venues, nowNanos);
            if (!now.equals(shown)) {
                shown = now;
                show(now);
            }
        }
        mark(last, live);
        direction.setOpacity(live ? 1 : 0.35);
        mark(figures, live);
        showClock(nowNanos);
    }

    private void showClock(long nowNanos) {
        String words = nowNanos == 0 ? "" : Moments.clock(nowNanos);
        if (!words.equals(clock.getText())) {
            clock.setText(words);
            clockTip.setText(nowNanos == 0 ? "" : UtcTime.stamp(nowNanos));
        }
    }

    /** Has the figures worked out anew: rates go stale and venues are switched without a new view. */
    void reconsider() {
        shownView = null;
        timeframes.show();
    }

    private static void mark(Node figure, boolean live) {
        boolean old = figure.getStyleClass().contains("old");
        if (old && live) {
            figure.getStyleClass().remove("old");
        } else if (!old && !live) {
            figure.getStyleClass().add("old");
        }
    }

    TabStrip tabs() {
        return tabs;
    }

    /** The chips; no second one where {@code second} is null. */
    void show(ChipText first, @Nullable ChipText second) {
        mode.show(first);
        state.show(second);
    }

    private void show(Headline now) {
        last.setText(Numbers.price(now.last(), now.decimals()));
        source.setText(now.source() == null ? "" : now.source().title());
        direction.setVisible(now.direction() != 0);
        direction.show(now.direction() < 0 ? Shape.DOWN : Shape.UP, now.direction() < 0 ? Tone.ASK : Tone.BID);
        change.show(
                Numbers.change(now.change24h(), 2), "", now.change24h() > 0 ? "bid" : now.change24h() < 0 ? "ask" : "");
        mark.show(Numbers.price(now.mark(), now.decimals()), "", "");
        index.show(Numbers.price(now.index(), now.decimals()), "", "");
        showInterest(now.openInterestUsd(), now.openInterestVenues());
        volume.show(dashIfUnknown(now.volumeUsd()), "", "");
        String whose = now.funding() == null ? "" : now.funding().code();
        funding.show(Numbers.percent(now.fundingRate(), 4), (whose + " " + interval(now.fundingMillis())).strip(), "");
    }

    /** Takes how much open interest has changed in 24 h; of whom that is not known is named. */
    void interestChange(Positioning day) {
        String words =
                Double.isNaN(day.change()) ? "?" : (Numbers.change(day.change(), 1) + " " + day.withoutWords()).strip();
        if (!words.equals(interestChange)) {
            interestChange = words;
            shown = null;
            shownView = null;
        }
    }

    /** Takes what was liquidated of each side in 24 h. */
    void liquidated(LiquidatedDay day, long nowNanos) {
        liquidated.show(day.words(), day.since(nowNanos), "");
    }

    private void showInterest(double usd, int venues) {
        boolean thin = usd < MarketList.Row.THIN_USD;
        String note = thin ? "thin" : venues > 1 ? venues + " venues" : "";
        openInterest.show(dashIfUnknown(usd), thin ? note : interestChange, thin ? "warn" : "");
    }

    private static String dashIfUnknown(double usd) {
        return Double.isFinite(usd) ? Numbers.usd(usd) : "–";
    }

    private static String interval(long millis) {
        return millis == 0 ? "" : Math.round(millis / 3_600_000.0) + " h";
    }

    /** Says whether alarms are mute. */
    void muted(boolean on) {
        if (on != muted) {
            muted = on;
            sound.setGraphic(Icons.icon(on ? Icons.MUTED : Icons.SOUND));
            String words = on ? "Alarms are mute: let them sound (M)" : SOUNDING;
            sound.setTooltip(new Tooltip(words));
            sound.setAccessibleText(words);
        }
    }

    private static Button button(String icon, String words, String id, Runnable action) {
        Node sign = Icons.icon(icon);
        Button button = new Button();
        button.setGraphic(sign);
        button.setId(id);
        button.getStyleClass().setAll("icon-button");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(e -> action.run());
        return button;
    }
}
