package io.faultline.ui.alarms.chart;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.StandingAlarm;
import io.faultline.desk.AlarmBoard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes commands of drafts, and remembers how each is taken back. */
final class AlarmKeeping {
    private final AlarmBoard board;
    private final UndoStack steps = new UndoStack();
    /** What was deleted, newest first, as the watches remember it. */
    private final Map<String, Deque<Set<Long>>> deleted = new HashMap<>();

    AlarmKeeping(AlarmBoard board) {
        this.board = board;
    }

    /** Sends what arms or changes the draft; what was done, in words. */
    String keep(Draft draft, AlarmsView view, AlarmControl.Seen seen) {
        return draft.alarmId() == 0 ? add(draft, seen) : change(draft, view, seen);
    }

    private String add(Draft draft, AlarmControl.Seen seen) {
        List<Alarm> alarms = new ArrayList<>();
        if (draft instanceof PriceDraft price) {
            alarms.add(PriceAlarm.at(head(seen, name(price, seen)), rule(price, price.level()), price.origin()));
            if (price.range()) {
                PriceRule other = rule(price, price.other());
                alarms.add(PriceAlarm.at(head(seen, AlarmWords.name(other, seen.decimals())), other, null));
            }
        } else if (draft instanceof ClusterDraft cluster) {
            var found = seen.clusters().find(cluster.trackId());
            if (found.isEmpty()) {
                return cluster.cluster() + " is gone, nothing was armed";
            }
            alarms.add(
                    ClusterAlarm.on(head(seen, cluster.cluster()), found.get().track(), cluster.rule())
                            .withStages(cluster.stages()));
        } else if (draft instanceof SizeDraft size) {
            alarms.add(SizeAlarm.of(head(seen, AlarmWords.name(size.rule())), size.rule()));
        } else if (draft instanceof StandingDraft standing) {
            alarms.add(StandingAlarm.of(head(seen, AlarmWords.name(standing.rule())), standing.rule()));
        }
        Set<Long> ids = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Alarm alarm : alarms) {
            board.send(seen.symbol(), new AlarmCommand.Add(alarm));
            ids.add(alarm.id());
            names.add(alarm.head().name());
        }
        String words = String.join(" and ", names) + " armed";
        steps.push(words, () -> remove(seen.symbol(), ids));
        return words;
    }

    private AlarmHead head(AlarmControl.Seen seen, String name) {
        return new AlarmHead(board.nextId(), seen.symbol(), name);
    }

    private static String name(PriceDraft draft, AlarmControl.Seen seen) {
        return AlarmWords.name(rule(draft, draft.level()), seen.decimals());
    }

    private static PriceRule rule(PriceDraft draft, double level) {
        return new PriceRule(level, draft.direction(), PriceRule.DEFAULT_REARM, draft.once());
    }

    private String change(Draft draft, AlarmsView view, AlarmControl.Seen seen) {
        Optional<Alarm> found = view.find(draft.alarmId());
        if (found.isEmpty()) {
            return "That alarm is gone, nothing was changed";
        }
        Alarm before = found.get();
        String symbol = seen.symbol();
        String name = newName(draft, before, seen);
        board.send(symbol, command(draft, before));
        if (!name.equals(before.head().name())) {
            board.send(symbol, new AlarmCommand.Rename(before.id(), name));
        }
        String words = name + " changed";
        steps.push(words, () -> {
            board.send(symbol, restore(before));
            board.send(
                    symbol, new AlarmCommand.Rename(before.id(), before.head().name()));
        });
        return words;
    }

    private static AlarmCommand command(Draft draft, Alarm before) {
        long id = draft.alarmId();
        if (draft instanceof PriceDraft price && before instanceof PriceAlarm old) {
            double rearm = old.rule().rearm();
            return new AlarmCommand.ChangePrice(
                    id, new PriceRule(price.level(), price.direction(), rearm, price.once()));
        }
        if (draft instanceof ClusterDraft cluster) {
            return new AlarmCommand.ChangeCluster(id, cluster.rule(), cluster.stages());
        }
        if (draft instanceof SizeDraft size) {
            return new AlarmCommand.ChangeSize(id, size.rule());
        }
        if (draft instanceof StandingDraft standing) {
            return new AlarmCommand.ChangeStanding(id, standing.rule());
        }
        throw new IllegalArgumentException(draft + " does not change " + before);
    }

    private static AlarmCommand restore(Alarm before) {
        if (before instanceof PriceAlarm price) {
            return new AlarmCommand.ChangePrice(before.id(), price.rule());
        }
        if (before instanceof ClusterAlarm cluster) {
            return new AlarmCommand.ChangeCluster(before.id(), cluster.rule(), cluster.stages());
        }
        if (before instanceof SizeAlarm size) {
            return new AlarmCommand.ChangeSize(before.id(), size.rule());
        }
        return new AlarmCommand.ChangeStanding(before.id(), ((StandingAlarm) before).rule());
    }

    /** A name that says what the alarm waits for goes with it; one that the user gave stays. */
    private static String newName(Draft draft, Alarm before, AlarmControl.Seen seen) {
        String name = before.head().name();
        int decimals = seen.decimals();
        if (draft instanceof PriceDraft price && before instanceof PriceAlarm old) {
            return name.equals(AlarmWords.name(old.rule(), decimals)) ? name(price, seen) : name;
        }
        if (draft instanceof SizeDraft size && before instanceof SizeAlarm old) {
            return name.equals(AlarmWords.name(old.rule())) ? AlarmWords.name(size.rule()) : name;
        }
        if (draft instanceof StandingDraft standing && before instanceof StandingAlarm old) {
            return name.equals(AlarmWords.name(old.rule())) ? AlarmWords.name(standing.rule()) : name;
        }
        return name;
    }

    void rename(String symbol, Alarm before, String name) {
        String old = before.head().name();
        board.send(symbol, new AlarmCommand.Rename(before.id(), name));
        steps.push(old + " renamed", () -> board.send(symbol, new AlarmCommand.Rename(before.id(), old)));
    }

    void delete(String symbol, Set<Long> ids) {
        remove(symbol, ids);
        steps.push(ids.size() == 1 ? "an alarm deleted" : ids.size() + " alarms deleted", () -> bringBack(symbol, ids));
    }

    private void remove(String symbol, Set<Long> ids) {
        board.send(symbol, new AlarmCommand.Remove(ids));
        deletedOf(symbol).push(ids);
    }

    private Deque<Set<Long>> deletedOf(String symbol) {
        return deleted.computeIfAbsent(symbol, of -> new ArrayDeque<>());
    }

    /** A watch brings back what was deleted last: what was deleted since then comes back with it, and goes again. */
    private void bringBack(String symbol, Set<Long> ids) {
        Deque<Set<Long>> newestFirst = deletedOf(symbol);
        List<Set<Long>> since = new ArrayList<>();
        while (!newestFirst.isEmpty()) {
            Set<Long> newest = newestFirst.pop();
            board.send(symbol, new AlarmCommand.Undo());
            if (newest.equals(ids)) {
                break;
            }
            since.add(0, newest);
        }
        since.forEach(gone -> remove(symbol, gone));
    }

    void done(String words, Runnable back) {
        steps.push(words, back);
    }

    Optional<String> undo() {
        return steps.undo();
    }
}
