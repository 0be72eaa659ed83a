package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.market.TimeSpan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a watch keeps, shows and when; of crossings themselves see {@link FreshnessTest} and those beside it. */
class AlarmWatchTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final Track first = Tracks.live(1, PositionSide.LONG, 97, 98, 80e6);
    private final Track second = Tracks.live(2, PositionSide.LONG, 95, 96, 50e6);

    @Test
    void showsAFiringOnlyOnceItIsKept() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99.5);
        watch.slowDisk = true;
        watch.see(100);
        assertThat(watch.underWay).hasSize(1);
        assertThat(watch.words()).isEmpty();
        assertThat(watch.fired).isEmpty();
        watch.answer().pass(50);
        assertThat(watch.words()).containsExactly("PRICE_REACHED FRESH");
        assertThat(watch.fired).hasSize(1);
        assertThat(watch.calling()).hasSize(1);
    }

    @Test
    void tellsAFiringThatWasKeptAndNeverShownAfterTheKill() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99.5);
        watch.slowDisk = true;
        watch.see(100).answer().kill();
        assertThat(watch.fired).as("nobody has seen it").isEmpty();
        watch.see(100.2);
        assertThat(watch.calling()).containsExactly("PRICE_REACHED FRESH");
        assertThat(hear(watch, watch.exchange)).as("and nobody is startled").isEmpty();
    }

    @Test
    void firesAgainWhatWasNeitherKeptNorShownBeforeTheKill() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99.5, 99.5);
        watch.slowDisk = true;
        watch.see(100).kill();
        watch.slowDisk = false;
        assertThat(watch.see(100.2, 100.05).calling()).containsExactly("PRICE_REACHED AFTER_GAP");
    }

    @Test
    void showsWhatCannotBeKeptAndSaysWhy() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99);
        watch.slowDisk = true;
        watch.see(100).refuse(true, "the disk is full").pass(50);
        assertThat(watch.calling()).hasSize(1);
        assertThat(watch.watch.view().problem()).isEqualTo("the disk is full");
        watch.see(100.2, 100.3, 100.2, 100.3, 100.2, 100.3, 100.2, 100.3, 100.2, 100.3, 100.2);
        watch.answer().pass(50);
        assertThat(watch.watch.view().problem()).isEmpty();
    }

    @Test
    void handsOutAgainWhatWasNotTakenUntilItIs() {
        Watch watch = new Watch(Watch.price(1, 100), Watch.price(2, 120)).see(99);
        watch.slowDisk = true;
        watch.send(new AlarmCommand.Remove(Set.of(2L))).see(100);
        for (int i = 0; i < 5; i++) {
            watch.refuse(false, "no room").pass(10_000);
        }
        assertThat(watch.kept().of("BTCUSDT").log()).isEmpty();
        watch.slowDisk = false;
        watch.answer().pass(10_000).kill();
        assertThat(watch.words()).containsExactly("PRICE_REACHED FRESH");
        assertThat(watch.watch.view().alarms())
                .extracting(each -> each.alarm().id())
                .containsExactly(1L);
    }

    @Test
    void showsWhatTheDiskDoesNotAnswerFor() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99);
        watch.slowDisk = true;
        watch.see(100).pass(1_900);
        assertThat(watch.calling()).isEmpty();
        assertThat(watch.pass(200).calling()).hasSize(1);
    }

    @Test
    void keepsWhatIsSilentWithinASecondAndNothingWithoutNeed() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99.1);
        int before = watch.disk.size();
        watch.slowDisk = true;
        watch.see(99.2, 99.3, 99.4);
        assertThat(watch.underWay).as("nothing but newer marks").isEmpty();
        watch.send(new AlarmCommand.Rename(1, "other")).pass(50);
        assertThat(watch.underWay).hasSize(1);
        watch.answer().see(99.2, 99.3, 99.2, 99.3, 99.2, 99.3, 99.2, 99.3, 99.2, 99.3);
        assertThat(watch.underWay)
                .as("how far the marks have come, every ten seconds")
                .hasSize(1);
        assertThat(watch.underWay.getFirst().alarms()).isEmpty();
        assertThat(watch.answer().disk).hasSize(before);
    }

    @Test
    void keepsTheClustersNamesTogetherWithWhatFired() {
        Watch watch = new Watch(Watch.cluster(1, first)).settled(first, second).see(102, 102);
        Track grown = Tracks.live(1, PositionSide.LONG, 97, 98, 90e6);
        watch.clusters(grown, second).see(99);
        assertThat(watch.kept().of("BTCUSDT").tracker().tracks()).containsExactly(grown, second);
        assertThat(watch.kept().of("BTCUSDT").log()).hasSize(1);
    }

    @Test
    void keepsEverythingAtTheEndEvenIfTheDiskIsSlow() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99);
        watch.slowDisk = true;
        watch.see(100).see(100.5).restart();
        assertThat(watch.words()).containsExactly("PRICE_REACHED FRESH");
        assertThat(watch.kept().of("BTCUSDT").alarms().newestMillis()).containsEntry("binance", watch.exchange);
        watch.slowDisk = false;
        assertThat(watch.see(100.4, 100).words()).hasSize(2);
    }

    @Test
    void listsAsMissedWhatWasCrossedAfterAQuit() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99).restart().away(10 * MINUTE);
        watch.see(99);
        assertThat(watch.watch.view().watching()).isEqualTo(AlarmsView.Watching.CATCHING_UP);
        assertThat(watch.wanted)
                .containsExactly(new MissedSpan("binance", new TimeSpan(Watch.START + 2_000, watch.exchange)));
        watch.send(new AlarmCommand.Missed(List.of(
                Watch.bar(1, 99, 99.2, 98.9, 99.1),
                Watch.bar(2, 99.1, 101, 99, 99.3),
                Watch.bar(3, 99.3, 99.4, 99, 99))));
        watch.pass(50);
        assertThat(watch.words()).containsExactly("PRICE_REACHED MISSED", "PRICE_REACHED MISSED");
        assertThat(watch.calling()).hasSize(2);
        assertThat(hear(watch, watch.exchange)).isEmpty();
        Unwatched unwatched = watch.watch.view().unwatched().orElseThrow();
        assertThat(unwatched.bars()).isEqualTo(3);
        assertThat(unwatched.crossed()).isEqualTo(2);
        assertThat(watch.see(99.5, 100).words()).hasSize(3).endsWith("PRICE_REACHED FRESH");
    }

    @Test
    void listsAsMissedWhatWasCrossedDuringASuspend() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99).away(HOUR).see(98.9);
        watch.send(new AlarmCommand.Missed(List.of(Watch.bar(30, 99, 100.5, 98, 99))))
                .see(99);
        assertThat(watch.words()).containsExactly("PRICE_REACHED MISSED", "PRICE_REACHED MISSED");
    }

    @Test
    void takesFromABarThatBeganBeforeOnlyItsEnd() {
        Watch watch = new Watch(Watch.price(1, 100))
                .see(99, 100, 99)
                .restart()
                .away(5 * MINUTE)
                .see(99);
        watch.send(new AlarmCommand.Missed(List.of(Watch.bar(0, 99, 100, 98, 99))))
                .pass(50);
        assertThat(watch.words()).as("it was told live").containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void goesOnWithoutBarsAfterAWhileAndSaysThatNobodyKnows() {
        Watch watch = new Watch(Watch.price(1, 100))
                .see(99, 99)
                .restart()
                .away(10 * MINUTE)
                .see(101);
        assertThat(watch.pass(7_000).see(101).pass(6_000).words()).isEmpty();
        assertThat(watch.pass(1_000).words()).containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(watch.watch.view().watching()).isEqualTo(AlarmsView.Watching.LIVE);
        assertThat(watch.watch.view().unwatched().orElseThrow().bars()).isZero();
        watch.send(new AlarmCommand.Missed(List.of(Watch.bar(2, 99, 101, 99, 99))))
                .pass(50);
        assertThat(watch.words()).as("too late to tell from what was live").hasSize(1);
    }

    @Test
    void soundsInTimeForWhatIsCrossedWhileItWaitsAfterAShortAbsence() {
        Watch watch =
                new Watch(Watch.price(1, 100)).see(99, 99).away(2 * MINUTE).see(99, 99, 99, 99, 100.1);
        assertThat(watch.words()).containsExactly("PRICE_REACHED FRESH");
        assertThat(hear(watch, watch.exchange + watch.lag)).hasSize(1);
    }

    @Test
    void doesNotTakeOneWrongStampForAnAbsence() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99);
        watch.watch.mark(new MarkSample("binance", watch.exchange + HOUR, watch.exchange + 500, 99));
        watch.lag += HOUR;
        watch.see(99);
        assertThat(watch.wanted).isEmpty();
        assertThat(watch.watch.view().watching()).isEqualTo(AlarmsView.Watching.LIVE);
    }

    @Test
    void doesNotJudgeAnAlarmByWhatWasBeforeItWasArmed() {
        Watch watch =
                new Watch(Watch.price(1, 150)).see(99, 99).away(10 * MINUTE).see(99);
        watch.send(new AlarmCommand.Add(Watch.price(2, 100)));
        watch.send(new AlarmCommand.Missed(List.of(Watch.bar(2, 99, 101, 99, 99))))
                .see(99);
        assertThat(watch.words()).isEmpty();
        assertThat(watch.see(100).words()).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void countsReportsInTheirOrderWhileItWaits() {
        SizeAlarm size = SizeAlarm.of(new AlarmHead(1, "BTCUSDT", "a million"), new SizeRule(null, 1e6, 10_000, 0.5));
        Watch watch = new Watch(size)
                .see(99, 99)
                .away(2 * MINUTE)
                .see(99)
                .forced(4e5)
                .see(99)
                .forced(7e5);
        assertThat(watch.words()).isEmpty();
        watch.send(new AlarmCommand.Missed(List.of())).pass(50);
        assertThat(watch.words()).hasSize(1);
        assertThat(watch.log().get(0).firing().usd()).isEqualTo(1.1e6);
    }

    @Test
    void listensToOneVenueUntilItFallsSilent() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99);
        watch.source = "okx";
        assertThat(watch.see(100.5, 100.5).words()).as("the other's price").isEmpty();
        watch.source = "binance";
        watch.see(99);
        watch.source = "okx";
        for (int i = 0; i < 14; i++) {
            watch.see(100.5);
        }
        assertThat(watch.words()).isEmpty();
        assertThat(watch.see(100.5).words()).containsExactly("PRICE_REACHED AFTER_GAP");
    }

    @Test
    void takesAnotherVenueAtOnceWhenItsOwnIsGone() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99);
        watch.watch.gone("binance");
        watch.source = "okx";
        assertThat(watch.see(100.5).words()).containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(watch.see(99, 100.5).words()).hasSize(3).endsWith("PRICE_REACHED FRESH");
    }

    @Test
    void makesNoSoundForTheFirstMarkAfterAnInterruption() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99);
        watch.watch.interrupted("okx");
        watch.watch.interrupted("binance");
        assertThat(watch.see(100).words()).containsExactly("PRICE_REACHED AFTER_GAP");
    }

    @Test
    void saysThatNobodyWatchesWhenNoMarksCome() {
        Watch watch = new Watch(Watch.price(1, 100));
        assertThat(watch.watch.view().watching()).isEqualTo(AlarmsView.Watching.WAITING);
        assertThat(watch.see(99).watch.view().watching()).isEqualTo(AlarmsView.Watching.LIVE);
        assertThat(watch.pass(15_000).watch.view().watching()).isEqualTo(AlarmsView.Watching.WAITING);
    }

    @Test
    void makesNoSoundForClustersThatTheFirstLookFinds() {
        StandingAlarm any = StandingAlarm.of(
                new AlarmHead(1, "BTCUSDT", "any"), new StandingRule(1e6, EnumSet.of(Signal.CLUSTER_BORN), 0.02));
        Watch watch = new Watch(any).settled(first).see(100, 100).restart();
        watch.clusters(false).see(100).clusters(first, second).see(100);
        assertThat(watch.words()).as("born while nobody looked").containsExactly("CLUSTER_BORN AFTER_GAP");
        Track third = Tracks.live(3, PositionSide.SHORT, 110, 111, 60e6);
        watch.clusters(first, second, third).see(100);
        assertThat(watch.words()).endsWith("CLUSTER_BORN FRESH");
    }

    @Test
    void makesNoSoundForClustersWhenTheGridIsMadeAnew() {
        Watch watch = new Watch(Watch.cluster(1, first)).settled(first).see(104, 104);
        watch.rebuilds++;
        Track moved = Tracks.live(1, PositionSide.LONG, 101, 102.5, 80e6);
        watch.clusters(moved).see(104);
        assertThat(watch.words()).containsExactly("PERIMETER AFTER_GAP");
        assertThat(watch.see(102).words()).as("price has come").endsWith("ENTRY FRESH");
    }

    @Test
    void logsWithoutACallWhatWasSoAlreadyWhenItWasArmed() {
        Watch watch = new Watch().settled(first).see(99, 99);
        watch.send(new AlarmCommand.Add(Watch.cluster(1, first))).see(99);
        assertThat(watch.words()).containsExactly("PERIMETER ALREADY");
        assertThat(watch.calling()).isEmpty();
        assertThat(watch.see(97.9).calling()).containsExactly("ENTRY FRESH");
    }

    @Test
    void armsAllClustersOfASheetInOneActionAndNoneTwice() {
        Watch watch = new Watch(Watch.cluster(1, first)).settled(first, second).see(110);
        watch.ids.next();
        watch.send(new AlarmCommand.ArmClusters(List.of(1, 2, 77), ClusterAlarmRule.DEFAULT, EnumSet.of(Signal.ENTRY)))
                .see(110);
        AlarmsView view = watch.watch.view();
        assertThat(view.alarms()).extracting(each -> each.alarm().head().name()).containsExactly("L1", "L2");
        assertThat(view.armed()).isEqualTo(2);
        assertThat(view.notice().words()).isEqualTo("1 armed, already armed: 1, dissolved: 1");
        assertThat(watch.kill().watch.view().armed()).isEqualTo(2);
    }

    @Test
    void armsNoClusterWhileNoneIsKnown() {
        Watch watch = new Watch().clusters(false, first).see(110);
        watch.send(new AlarmCommand.ArmClusters(List.of(1), ClusterAlarmRule.DEFAULT, Set.of()))
                .pass(50);
        assertThat(watch.watch.view().alarms()).isEmpty();
        assertThat(watch.watch.view().notice().words()).contains("not known yet");
    }

    @Test
    void doesNotFireAnAcknowledgedStageBeforeItIsArmedAnew() {
        Watch watch = new Watch(Watch.cluster(1, first)).settled(first).see(101, 99, 97.9);
        watch.acknowledge(watch.log().get(0));
        watch.see(98.4, 97.9);
        assertThat(watch.words()).endsWith("ENTRY FRESH", "REJECTED FRESH");
        assertThat(watch.see(98.4, 101, 99, 97.9).calling()).startsWith("ENTRY FRESH", "PERIMETER FRESH");
    }

    @Test
    void doesNotSilenceAStageByAcknowledgingAnEarlierTimes() {
        Watch watch = new Watch(Watch.cluster(1, first)).settled(first).see(101, 99, 97.9);
        LogEntry entry = watch.log().get(0);
        assertThat(entry.firing().signal()).isEqualTo(Signal.ENTRY);
        watch.see(98.4, 101, 99);
        watch.acknowledge(entry);
        assertThat(watch.see(97.9).words()).endsWith("ENTRY FRESH");
    }

    @Test
    void acknowledgesWhatTheUserHasSeenAndNothingElse() {
        Watch watch = new Watch(Watch.price(1, 100), Watch.price(2, 101)).see(99, 99, 100, 101);
        LogEntry newest = watch.watch.view().calling().get(0);
        watch.acknowledge(newest);
        assertThat(watch.watch.view().calling()).extracting(LogEntry::number).containsExactly(1L);
        assertThat(watch.kill().watch.view().calling())
                .extracting(LogEntry::number)
                .containsExactly(1L);
    }

    @Test
    void bringsBackWhatWasDeletedAndTellsQuietlyWhatItMissed() {
        Watch watch = new Watch(Watch.price(1, 100), Watch.price(2, 120)).see(99, 99);
        watch.send(new AlarmCommand.Remove(Set.of(1L, 2L))).see(99, 101);
        assertThat(watch.watch.view().alarms()).isEmpty();
        assertThat(watch.kept().of("BTCUSDT").alarms().alarms()).isEmpty();
        watch.send(new AlarmCommand.Undo()).see(101.5);
        assertThat(watch.words()).containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(watch.kill().watch.view().alarms()).hasSize(2);
        watch.send(new AlarmCommand.Undo()).pass(50);
        assertThat(watch.watch.view().notice().words()).contains("no alarm was deleted");
    }

    @Test
    void changesAnAlarmWithoutUndoingWhatHasHappenedMeanwhile() {
        Watch watch = new Watch(Watch.cluster(1, first)).settled(first).see(101, 99, 97.9);
        Set<Signal> stages = EnumSet.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);
        watch.send(new AlarmCommand.ChangeCluster(1, ClusterAlarmRule.DEFAULT.withPerimeter(0.03), stages));
        watch.send(new AlarmCommand.Rename(1, "mine")).see(97.8, 97.9);
        assertThat(watch.words()).containsExactly("PERIMETER FRESH", "ENTRY FRESH");
        ClusterAlarm changed = (ClusterAlarm) watch.watch.view().find(1).orElseThrow();
        assertThat(changed.rule().perimeter()).isEqualTo(0.03);
        assertThat(changed.state().stage()).isEqualTo(Stage.INSIDE);
        assertThat(changed.head().name()).isEqualTo("mine");
        watch.send(new AlarmCommand.ChangePrice(1, Watch.price(9, 5).rule())).pass(50);
        assertThat(watch.watch.view().find(1)).contains(changed);
    }

    @Test
    void countsAsArmedWhatCanStillSaySomething() {
        PriceAlarm once = PriceAlarm.at(
                new AlarmHead(1, "BTCUSDT", "once"),
                new PriceRule(100, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, true),
                null);
        Watch watch = new Watch(once, Watch.price(2, 120), Watch.cluster(3, first), Watch.price(4, 130));
        watch.send(new AlarmCommand.Switch(Set.of(4L), false)).settled(first).see(99, 101);
        assertThat(watch.watch.view().armed()).isEqualTo(2);
        watch.clusters(second).see(101);
        assertThat(watch.watch.view().armed()).as("its cluster has dissolved").isOne();
    }

    @Test
    void showsDistancesSumsAndStaleLevels() {
        PriceAlarm fromCluster = PriceAlarm.at(
                new AlarmHead(1, "BTCUSDT", "edge"),
                new PriceRule(98, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false),
                new PriceAlarm.Origin(1, first.cluster().centroid()));
        SizeAlarm size = SizeAlarm.of(new AlarmHead(3, "BTCUSDT", "size"), new SizeRule(null, 1e6, 10_000, 0.5));
        Watch watch = new Watch(fromCluster, Watch.cluster(2, first), size)
                .settled(first)
                .see(100)
                .forced(3e5);
        List<ArmedAlarm> alarms = watch.watch.view().alarms();
        assertThat(alarms.get(0).distance()).isCloseTo(-0.02, within(1e-9));
        assertThat(alarms.get(0).stale()).isFalse();
        assertThat(alarms.get(1).distance()).isCloseTo(first.cluster().distance(100), within(1e-9));
        assertThat(alarms.get(2).sumUsd()).isEqualTo(3e5);
        watch.clusters(Tracks.live(1, PositionSide.LONG, 95.5, 96.5, 80e6)).see(100);
        assertThat(watch.watch.view().alarms().get(0).stale()).isTrue();
    }

    @Test
    void tellsAfterAnHourWhatHappenedNextThroughARestart() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 100, 101).restart();
        for (int minute = 1; minute < 59; minute++) {
            watch.away(59_000).see(100 - minute / 100.0);
        }
        assertThat(watch.followed).isEmpty();
        watch.away(59_000).see(95);
        watch.away(59_000).see(90);
        assertThat(watch.followed).hasSize(1);
        Aftermath after = watch.followed.get(0).after();
        assertThat(List.of(after.highest(), after.lowest(), after.last())).containsExactly(101.0, 95.0, 95.0);
        assertThat(watch.log().get(watch.log().size() - 1).after().whole()).isTrue();
    }

    @Test
    void forgetsTheOldestLinesOfItsLogOnDiskToo() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99);
        for (int i = 0; i < 700; i++) {
            watch.see(101, 99);
        }
        assertThat(watch.log()).hasSize(1_000);
        assertThat(watch.log().get(0).number()).isEqualTo(1_400);
        assertThat(watch.disk.keySet().stream().filter(key -> key.startsWith("alarm-log")))
                .hasSize(1_000);
        assertThat(watch.kill().log()).hasSize(1_000);
        assertThat(watch.see(101).log().get(0).number()).isEqualTo(1_401);
    }

    @Test
    void givesTheSameViewWhileNothingChanges() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99);
        AlarmsView view = watch.watch.view();
        assertThat(watch.pass(50).pass(50).watch.view()).isSameAs(view);
        assertThat(watch.see(99.1).watch.view()).isNotSameAs(view);
    }

    @Test
    void goesOnWhenOurClockIsSetBack() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 99);
        watch.lag -= HOUR;
        for (int i = 0; i < 12; i++) {
            watch.see(99);
        }
        assertThat(watch.see(100).words()).containsExactly("PRICE_REACHED FRESH");
        assertThat(hear(watch, watch.exchange + watch.lag)).hasSize(1);
        assertThat(watch.kill().see(99, 100).words()).hasSize(2);
        assertThat(watch.wanted).isEmpty();
    }

    @Test
    void isTakenOverByItsImportWhereItFits() {
        Watch other = new Watch(Watch.cluster(1, first), Watch.price(2, 120))
                .settled(first, second)
                .see(110);
        List<Alarm> exported =
                other.watch.view().alarms().stream().map(ArmedAlarm::alarm).toList();
        Track here = Tracks.live(9, PositionSide.LONG, 97.1, 98.1, 70e6);
        Watch watch = new Watch(Watch.price(1, 120)).settled(here).see(110);
        watch.ids.next();
        watch.send(new AlarmCommand.Import(exported)).see(110);
        assertThat(watch.watch.view().notice().words()).isEqualTo("BTCUSDT: 1 imported, already there: 1");
        ClusterAlarm armed = (ClusterAlarm) watch.watch.view().alarms().get(1).alarm();
        assertThat(armed.trackId()).isEqualTo(9);
        assertThat(armed.state().stage()).isEqualTo(Stage.IDLE);
        Watch empty = new Watch()
                .settled(second)
                .see(110)
                .send(new AlarmCommand.Import(exported))
                .see(110);
        assertThat(empty.watch.view().notice().words())
                .startsWith("BTCUSDT: 1 imported; L1 left out: no long cluster stands at 97.4914");
    }

    @Test
    void isShownAsItWasReadWhereAnotherProgramKeepsIt() {
        Watch watch = new Watch(Watch.price(1, 100)).see(99, 100);
        AlarmsView view = AlarmsView.elsewhere(watch.kept().of("BTCUSDT"), "another Faultline keeps the alarms");
        assertThat(view.watching()).isEqualTo(AlarmsView.Watching.ELSEWHERE);
        assertThat(view.alarms()).hasSize(1);
        assertThat(view.log()).hasSize(1);
        assertThat(view.calling()).isEmpty();
        assertThat(new AlarmVoice().hear(view, new AlarmInbox(), SoundSettings.DEFAULT, watch.exchange))
                .isEmpty();
    }

    private static List<AlarmVoice.Judged> hear(Watch watch, long now) {
        return new AlarmVoice()
                .hear(watch.watch.view(), watch.inbox, SoundSettings.DEFAULT, now).stream()
                        .filter(judged -> judged.verdict() == SoundVerdict.PLAY)
                        .toList();
    }
}
