package io.faultline.ui.alarms;

import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Edges;
import io.faultline.alarm.Firing;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.StageLevels;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The alarm strip while something calls: the newest at the left, what can be done about it at the right. */
public final class FiringStrip {
    private final HBox root = StripParts.row(10);
    private final HBox pills = StripParts.row(6);
    private final Label headline = StripParts.label("alarm-headline");
    private final Label details = StripParts.yielding("alarm-details");
    private final Label[] stages = {pill(), pill(), pill()};
    private final Button more;
    private List<Call> shown = List.of();

    /** What its buttons do. */
    public record Commands(Runnable acknowledge, Runnable snooze, Runnable jump, Runnable picture, Runnable log) {}

    public FiringStrip(Commands commands) {
        more = StripParts.button("", "+1", "alarm-more", commands.log());
        pills.setMinWidth(Region.USE_PREF_SIZE);
        pills.getChildren().addAll(stages);
        headline.setId("alarm-headline");
        details.setId("alarm-details");
        root.getChildren()
                .addAll(
                        StripParts.bell("alarm-calls"),
                        headline,
                        details,
                        pills,
                        more,
                        StripParts.space(),
                        StripParts.button("A", "Ack", "alarm-ack", commands.acknowledge()),
                        StripParts.button("Z", "Snooze", "alarm-snooze", commands.snooze()),
                        StripParts.button("J", "Jump", "alarm-jump", commands.jump()),
                        StripParts.button("P", "Shot", "alarm-shot", commands.picture()));
        root.setAccessibleText("Alarm");
    }

    private static Label pill() {
        return StripParts.label("alarm-pill");
    }

    public Region node() {
        return root;
    }

    /** Style class of the newest's colour. */
    public static String style(List<Call> calls) {
        return calls.get(0).style();
    }

    /**
     * Shows the newest of those, at least one.
     *
     * @param discount of what is at risk, 0 to 1
     * @param nowMillis the market's time, since 1970
     */
    public void show(List<Call> calls, double discount, long nowMillis) {
        if (calls.equals(shown)) {
            return;
        }
        shown = calls;
        Call newest = calls.get(0);
        Firing firing = newest.entry().firing();
        int decimals = AlarmWords.decimals(firing.price());
        headline.setText(AlarmWords.headline(firing));
        String when = Moments.brief(firing.exchangeMillis() * 1_000_000, nowMillis * 1_000_000);
        details.setText(AlarmWords.details(newest.entry(), discount, when, decimals));
        StripParts.show(more, calls.size() > 1);
        more.setText("+" + (calls.size() - 1));
        more.setAccessibleText(calls.size() - 1 + " more, opens the log");
        showStages(newest, firing, decimals);
        root.setAccessibleText(headline.getText() + ", " + details.getText());
    }

    private void showStages(Call call, Firing firing, int decimals) {
        Optional<ClusterAlarm> alarm = call.view()
                .find(firing.alarm().id())
                .filter(ClusterAlarm.class::isInstance)
                .map(ClusterAlarm.class::cast);
        StripParts.show(pills, alarm.isPresent());
        alarm.ifPresent(cluster -> {
            int reached = Math.max(
                    firing.signal().gravity(),
                    StageLevels.reached(cluster.state().stage()));
            stage(0, "1", "PERIMETER", reached);
            stage(1, "2", "ENTRY", reached);
            stage(2, "3", cascade(cluster, decimals), reached);
        });
    }

    private void stage(int i, String number, String words, int reached) {
        boolean now = reached == i + 1;
        boolean done = reached > i + 1;
        stages[i].setText(number + (done ? " ✓ " : "  ") + words);
        stages[i]
                .getStyleClass()
                .setAll("label", "alarm-pill", "stage-" + (i + 1), now ? "now" : done ? "done" : "ahead");
    }

    private static String cascade(ClusterAlarm alarm, int decimals) {
        Edges edges = alarm.state().edges();
        if (edges == null) {
            return "CASCADE";
        }
        StageLevels levels = StageLevels.of(alarm.side(), edges.near(), edges.far(), alarm.rule());
        boolean below = edges.far() < edges.near();
        double price = levels.through();
        return "CASCADE " + (below ? "< " : "> ") + Numbers.price(price, price >= 1000 ? 0 : decimals);
    }
}
