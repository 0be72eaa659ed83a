package io.faultline.ui;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.AlarmBoard;
import io.faultline.ui.alarms.Call;
import io.faultline.ui.alarms.DraftStrip;
import io.faultline.ui.alarms.FiringStrip;
import io.faultline.ui.alarms.QuietStrip;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.panel.LiquidationControl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/**
 * Decides what the alarm strip shows: what calls, the alarm that is being set, or in quiet what is armed. Something that
 * calls takes the place of a draft that was begun before it, until it is acknowledged. JavaFX thread only.
 */
final class AlarmDisplay {
    private static final long REST_NANOS = 200_000_000L;

    private final AlarmControl control;
    private final AlarmBoard board;
    private final LiquidationControl liquidations;
    private final AlarmStrip strip;
    private final FiringStrip firing;
    private final DraftStrip draft;
    private final Runnable focusBack;
    private final Runnable list;
    private final BiConsumer<String, Boolean> say;
    private List<Call> calls = List.of();
    private List<AlarmsView> seen = List.of();
    private List<QuietStrip.Chip> chips = List.of();
    private String quietWords = "";
    private long shownVersion = -1;
    private long shownAt;
    private long draftsBegun;
    private long newestAtDraft;
    private long told;

    /**
     * @param focusBack gives the focus to the panel that had it last
     * @param list opens the list of alarms
     */
    AlarmDisplay(
            AlarmControl control,
            LiquidationControl liquidations,
            AlarmStrip strip,
            FiringStrip.Commands commands,
            Runnable focusBack,
            Runnable list,
            BiConsumer<String, Boolean> say) {
        this.control = control;
        this.liquidations = liquidations;
        this.strip = strip;
        this.focusBack = focusBack;
        this.list = list;
        this.say = say;
        board = control.board();
        firing = new FiringStrip(commands);
        draft = new DraftStrip(control);
    }

    /** What calls, newest first. */
    List<Call> calls() {
        return calls;
    }

    /** @param nowMillis the market's time, since 1970 */
    void pulse(long nowMillis) {
        long clock = System.nanoTime();
        List<AlarmsView> views = board.views();
        boolean changed = control.version() != shownVersion || !same(views);
        if (!changed && clock - shownAt < REST_NANOS) {
            return;
        }
        shownAt = clock;
        shownVersion = control.version();
        seen = views;
        calls = Call.of(views, nowMillis);
        noticeDraft();
        boolean setting = control.draft() != null && newest() <= newestAtDraft;
        boolean typing = strip.holdsFocus();
        if (setting) {
            draft.show();
            strip.set(draft.node());
        } else if (!calls.isEmpty()) {
            firing.show(calls, liquidations.discount(), nowMillis);
            strip.fire(firing.node(), FiringStrip.style(calls));
        } else {
            strip.calm();
            showQuiet(views, nowMillis);
        }
        if (typing && !strip.holdsFocus()) {
            focusBack.run();
        }
        tell();
    }

    /** A view never changes: the same objects say the same. */
    @SuppressWarnings("ReferenceEquality")
    private boolean same(List<AlarmsView> views) {
        if (views.size() != seen.size()) {
            return false;
        }
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i) != seen.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void noticeDraft() {
        if (control.draftsBegun() != draftsBegun) {
            draftsBegun = control.draftsBegun();
            newestAtDraft = newest();
        }
    }

    private long newest() {
        return calls.isEmpty() ? 0 : calls.get(0).entry().firing().receivedMillis();
    }

    private void showQuiet(List<AlarmsView> views, long nowMillis) {
        int decimals = control.seen().decimals();
        String count = QuietStrip.count(views, control.seen().symbol());
        String trouble = QuietStrip.trouble(control.view(), board.problem(), nowMillis);
        String last = QuietStrip.last(views, nowMillis);
        List<QuietStrip.Chip> armed = QuietStrip.chips(control.view(), decimals);
        String words = count + "\n" + trouble + "\n" + last;
        if (armed.equals(chips) && words.equals(quietWords)) {
            return;
        }
        chips = armed;
        quietWords = words;
        List<Node> nodes = new ArrayList<>();
        Button bell = strip.armedButton(count, list);
        nodes.add(bell);
        if (!trouble.isEmpty()) {
            Label label = new Label(trouble);
            label.setId("alarm-trouble");
            label.getStyleClass().add("warn");
            nodes.add(label);
        }
        armed.forEach(chip -> nodes.add(strip.chip(chip, () -> control.edit(chip.alarmId()))));
        strip.armed(nodes);
        Label fired = new Label(last);
        fired.setId("alarm-last");
        fired.getStyleClass().add("low");
        strip.last(last.isEmpty() ? List.of() : List.of(fired));
    }

    /** Says once what the watch has to say of a command. */
    private void tell() {
        AlarmsView view = control.view();
        if (view.notice().number() > told) {
            told = view.notice().number();
            say.accept(view.notice().words(), false);
        }
    }
}
