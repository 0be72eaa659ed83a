package io.faultline.ui;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Signal;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.ClusterView;
import io.faultline.desk.OwnWish;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.CalendarEvent;
import io.faultline.ui.panel.EventControl;
import io.faultline.ui.panel.OwnControl;
import io.faultline.ui.panel.PlanControl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What panels need a user for, made up for their pictures on the practice market: a plan, a position, alarms, an event. What the user
 * has there stays as it is, and what was made up is taken back. JavaFX thread only.
 */
final class ExampleTrade {
    private static final long AHEAD_MILLIS = 20 * 60_000L;
    private static final double LEVERAGE = 20;
    private static final Set<Signal> STAGES = Set.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);

    private final List<Runnable> back = new ArrayList<>();

    private ExampleTrade() {}

    /** In any other market than practice there is none. */
    static ExampleTrade in(Workspace workspace) {
        ExampleTrade made = new ExampleTrade();
        double price = Headline.lastPrice(workspace.view());
        if (workspace.session().practice() && price > 0) {
            made.plan(workspace.axes().plans().plan());
            made.position(workspace.axes().plans().own(), price);
            made.alarms(workspace);
            made.event(workspace.axes().plans().events(), workspace.nowNanos() / 1_000_000);
        }
        return made;
    }

    private void plan(PlanControl plan) {
        if (plan.plan().isEmpty()) {
            plan.make();
            back.add(plan::drop);
        }
    }

    private void position(OwnControl own, double price) {
        if (own.own().isEmpty()) {
            boolean shown = own.inPictures();
            own.inPictures(true);
            own.own(new OwnWish(PositionSide.LONG, price, 1, LEVERAGE, 0, 0));
            back.add(() -> {
                own.own(null);
                own.inPictures(shown);
            });
        }
    }

    private void event(EventControl events, long nowMillis) {
        if (events.all().isEmpty()) {
            CalendarEvent example =
                    new CalendarEvent("example", "US CPI (example)", nowMillis + AHEAD_MILLIS, 30, 60, 15);
            events.add(List.of(example));
            back.add(() -> events.remove(example));
        }
    }

    private void alarms(Workspace workspace) {
        AlarmBoard board = workspace.session().alarms();
        String symbol = workspace.view().symbol();
        List<Integer> nearest = workspace.view().clusters().clusters().stream()
                .sorted(Comparator.comparingDouble(ClusterView::distance))
                .limit(2)
                .map(ClusterView::id)
                .toList();
        if (board.view(symbol).alarms().isEmpty() && !nearest.isEmpty()) {
            board.send(symbol, new AlarmCommand.ArmClusters(nearest, ClusterAlarmRule.DEFAULT, STAGES));
            back.add(() -> board.send(
                    symbol,
                    new AlarmCommand.Remove(board.view(symbol).alarms().stream()
                            .map(armed -> armed.alarm().id())
                            .collect(Collectors.toSet()))));
        }
    }

    void takeBack() {
        back.forEach(Runnable::run);
        back.clear();
    }
}
