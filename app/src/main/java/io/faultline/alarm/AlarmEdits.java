package io.faultline.alarm;

import io.faultline.liquidation.cluster.Track;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the user does to a symbol's alarms, on the watch's thread. */
final class AlarmEdits {
    private static final int MOST_UNDONE = 50;

    private final SymbolAlarms alarms;
    private final AlarmLog log;
    private final Settling settling;
    private final AlarmIds ids;
    private final ArrayDeque<List<Alarm>> removed = new ArrayDeque<>();

    AlarmEdits(SymbolAlarms alarms, AlarmLog log, Settling settling, AlarmIds ids) {
        this.alarms = alarms;
        this.log = log;
        this.settling = settling;
        this.ids = ids;
    }

    /** Does it. What there is to say about it, in words; empty if nothing. */
    String apply(AlarmCommand command, String symbol, ClustersNow clusters) {
        if (command instanceof AlarmCommand.Add add) {
            return add(add.alarm(), symbol);
        }
        if (command instanceof AlarmCommand.ArmClusters arm) {
            return arm(arm, symbol, clusters);
        }
        if (command instanceof AlarmCommand.Import more) {
            return new AlarmImport(alarms, settling, ids).take(more.alarms(), symbol, clusters);
        }
        if (command instanceof AlarmCommand.Remove remove) {
            return remove(remove.ids());
        }
        if (command instanceof AlarmCommand.Undo) {
            return undo();
        }
        if (command instanceof AlarmCommand.Acknowledge seen) {
            acknowledge(seen.numbers());
            return "";
        }
        return change(command);
    }

    private String add(Alarm alarm, String symbol) {
        if (!alarm.head().symbol().equals(symbol)) {
            return "not armed: an alarm of " + alarm.head().symbol() + " was sent to " + symbol;
        }
        if (alarm.id() < 1 || alarms.find(alarm.id()).isPresent()) {
            return "not armed: a new alarm had the number " + alarm.id() + " of another";
        }
        put(alarm);
        return "";
    }

    private void put(Alarm alarm) {
        alarms.put(alarm);
        settling.arm(alarm.id());
    }

    private String arm(AlarmCommand.ArmClusters arm, String symbol, ClustersNow clusters) {
        if (!clusters.known()) {
            return "clusters are not known yet: none is armed";
        }
        int added = 0;
        int gone = 0;
        for (int trackId : arm.trackIds()) {
            Optional<Track> track = clusters.find(trackId);
            if (track.isEmpty()) {
                gone++;
            } else if (!isArmed(trackId)) {
                AlarmHead head = new AlarmHead(ids.next(), symbol, track.get().name());
                put(ClusterAlarm.on(head, track.get(), arm.rule()).withStages(arm.stages()));
                added++;
            }
        }
        int already = arm.trackIds().size() - added - gone;
        return added + " armed" + (already > 0 ? ", already armed: " + already : "")
                + (gone > 0 ? ", dissolved: " + gone : "");
    }

    private boolean isArmed(int trackId) {
        return alarms.all().stream()
                .anyMatch(alarm -> alarm instanceof ClusterAlarm cluster && cluster.trackId() == trackId);
    }

    private String remove(Set<Long> unwanted) {
        List<Alarm> gone = new ArrayList<>();
        for (Alarm alarm : alarms.all()) {
            if (unwanted.contains(alarm.id())) {
                alarms.remove(alarm.id());
                log.acknowledgeAllOf(alarm.id());
                gone.add(alarm);
            }
        }
        if (!gone.isEmpty()) {
            removed.addLast(gone);
            if (removed.size() > MOST_UNDONE) {
                removed.removeFirst();
            }
        }
        return "";
    }

    private String undo() {
        List<Alarm> gone = removed.pollLast();
        if (gone == null) {
            return "no alarm was deleted that could be brought back";
        }
        for (Alarm alarm : gone) {
            alarms.put(alarm);
            settling.bringBack(alarm.id());
        }
        return "";
    }

    private void acknowledge(Set<Long> numbers) {
        for (LogEntry entry : log.acknowledge(numbers)) {
            if (!log.isPast(entry)) {
                alarms.acknowledge(entry.firing().alarm().id(), entry.firing().signal());
            }
        }
    }

    private String change(AlarmCommand command) {
        if (command instanceof AlarmCommand.Switch change) {
            for (long id : change.ids()) {
                alarms.change(id, head -> head.switched(change.on()));
                if (!change.on()) {
                    log.acknowledgeAllOf(id);
                }
            }
        } else if (command instanceof AlarmCommand.Snooze change) {
            change.ids().forEach(id -> alarms.change(id, head -> head.snoozed(change.untilMillis())));
        } else if (command instanceof AlarmCommand.Rename change) {
            alarms.change(change.id(), head -> head.named(change.name()));
        } else if (command instanceof AlarmCommand.ChangeCluster change) {
            alter(
                    change.id(),
                    ClusterAlarm.class,
                    alarm -> alarm.withRule(change.rule()).withStages(change.stages()));
        } else if (command instanceof AlarmCommand.ChangePrice change) {
            alter(change.id(), PriceAlarm.class, alarm -> alarm.withRule(change.rule()));
        } else if (command instanceof AlarmCommand.ChangeSize change) {
            alter(change.id(), SizeAlarm.class, alarm -> alarm.withRule(change.rule()));
        } else if (command instanceof AlarmCommand.ChangeStanding change) {
            alter(change.id(), StandingAlarm.class, alarm -> alarm.withRule(change.rule()));
        }
        return "";
    }

    /** An alarm that was deleted meanwhile is not changed any more. */
    private <A extends Alarm> void alter(long id, Class<A> type, Function<A, Alarm> change) {
        alarms.find(id).filter(type::isInstance).map(type::cast).map(change).ifPresent(this::put);
    }
}
