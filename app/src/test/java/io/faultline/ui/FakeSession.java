package io.faultline.ui;

import io.faultline.desk.AlarmBoard;
import io.faultline.desk.DeskView;
import io.faultline.desk.MemoryRecords;
import io.faultline.desk.Records;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.RuleText;
import io.faultline.desk.Session;
import io.faultline.desk.SignalRules;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import io.faultline.market.Venue;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.SessionPlan;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session whose view and clock a test sets, and which keeps what it was told. */
final class FakeSession implements Session {
    final Records records = new MemoryRecords();
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile DeskView view;
    volatile long nowNanos;
    volatile Optional<JournalStatus> journal = Optional.empty();
    volatile AlarmBoard alarms = AlarmBoard.NONE;
    private final Map<Venue, Boolean> venues = new EnumMap<>(Venue.class);
    private final Mode mode;
    private final Optional<ReplayControl> replay;

    private FakeSession(Mode mode, SyntheticMarket market, Optional<ReplayControl> replay) {
        this.mode = mode;
        this.replay = replay;
        this.view = market.view();
        this.nowNanos = market.nowNanos();
        if (mode != Mode.REPLAY) {
            view.venues().forEach(venue -> venues.put(venue.instrument().venue(), true));
        }
    }

    static FakeSession live(SyntheticMarket market) {
        return new FakeSession(Mode.LIVE, market, Optional.empty());
    }

    static FakeSession practice(SyntheticMarket market) {
        return new FakeSession(Mode.PRACTICE, market, Optional.empty());
    }

    static FakeSession replay(SyntheticMarket market, ReplayControl replay) {
        return new FakeSession(Mode.REPLAY, market, Optional.of(replay));
    }

    /** Shows what has become of the market. */
    void show(SyntheticMarket market) {
        view = market.view();
        nowNanos = market.nowNanos();
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public DeskView view() {
        return view;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public String title() {
        return "Binance";
    }

    @Override
    public Optional<ReplayControl> replay() {
        return replay;
    }

    @Override
    public Optional<JournalStatus> journal() {
        return journal;
    }

    @Override
    public AlarmBoard alarms() {
        return alarms;
    }

    @Override
    public void record(boolean on) {
        told.add("record " + on);
    }

    @Override
    public Map<Venue, Boolean> venues() {
        synchronized (venues) {
            return new EnumMap<>(venues);
        }
    }

    @Override
    public void turn(Venue venue, boolean on) {
        synchronized (venues) {
            venues.put(venue, on);
        }
        told.add("turn " + venue.id() + (on ? " on" : " off"));
    }

    @Override
    public void rules(SignalRules rules) {
        told.add("rules " + RuleText.of(rules));
    }

    @Override
    public SignalRules rules() {
        return view.clusters().rules();
    }

    @Override
    public void model(ModelParameters parameters) {
        told.add("model " + ParameterText.of(parameters));
    }

    @Override
    public CompletableFuture<List<String>> importBrackets(Path file) {
        told.add("import " + file.getFileName());
        return CompletableFuture.completedFuture(List.of(file.getFileName() + ": 2 rows"));
    }

    @Override
    public List<String> importedBrackets() {
        return told.stream().filter(each -> each.startsWith("import ")).toList();
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public void arm(SessionPlan plan, PaperTerms terms) {
        told.add("arm " + plan.style() + " at " + terms.venue().id());
    }

    @Override
    public void closePaper(int id) {
        told.add("close paper " + id);
    }

    @Override
    public void retryNow() {
        told.add("retry");
    }

    @Override
    public void close() {
        told.add("close");
    }
}
