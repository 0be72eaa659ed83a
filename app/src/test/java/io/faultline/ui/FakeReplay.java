package io.faultline.ui;

import io.faultline.desk.ReplayControl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A replay that does nothing but keep what it was told. */
final class FakeReplay implements ReplayControl {
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile boolean paused;
    volatile boolean ended;
    volatile long setBackNanos;
    volatile double speed = 1;
    volatile boolean seeking;
    volatile long seekNanos;
    volatile List<Gap> gaps = List.of();
    private final long first;
    private final long last;

    FakeReplay(long first, long last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public long firstNanos() {
        return first;
    }

    @Override
    public long lastNanos() {
        return last;
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public void pause() {
        told.add("pause");
        paused = true;
    }

    @Override
    public void play() {
        told.add("play");
        paused = false;
    }

    @Override
    public void step() {
        told.add("step");
        paused = true;
    }

    @Override
    public double speed() {
        return speed;
    }

    @Override
    public void speed(double times) {
        told.add("speed " + Math.round(times));
        speed = times;
    }

    @Override
    public void seek(long nanos) {
        seekNanos = nanos;
        told.add("seek " + (nanos - first) / 1_000_000);
    }

    @Override
    public boolean seeking() {
        return seeking;
    }

    @Override
    public long seekNanos() {
        return seekNanos;
    }

    @Override
    public void stopSeeking() {
        told.add("stop");
        seeking = false;
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }

    @Override
    public long setBackNanos() {
        return setBackNanos;
    }

    @Override
    public boolean ended() {
        return ended;
    }
}
