package io.faultline.journal;

import io.faultline.market.Frame;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames on their way to the disk, bounded in number and in characters. Any thread puts and never waits for the disk;
 * one thread takes. A frame that does not fit is dropped and counted.
 */
final class FrameQueue {
    /** With this much waiting the taker is woken before its time. */
    private static final int WAKE_FRAMES = 256;

    private static final long WAKE_CHARS = 1 << 20;

    private final int maxFrames;
    private final long maxChars;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private Queue<Frame> frames = new ArrayDeque<>();
    private Map<String, Loss> losses = new LinkedHashMap<>();
    private long chars;
    private long lost;
    private boolean closed;

    FrameQueue(int maxFrames, long maxChars) {
        this.maxFrames = maxFrames;
        this.maxChars = maxChars;
    }

    /** Frames of a venue that were dropped since the last taking, the first of them at that receive time. */
    record Loss(long nanos, long frames) {}

    /** What was taken: frames in order, and then the losses, which came after them. */
    record Batch(Queue<Frame> frames, Map<String, Loss> losses, boolean last) {}

    boolean put(Frame frame) {
        lock.lock();
        try {
            long size = frame.text().length();
            if (closed || frames.size() >= maxFrames || chars + size > maxChars) {
                drop(frame);
                return false;
            }
            frames.add(frame);
            chars += size;
            if (frames.size() == WAKE_FRAMES || chars >= WAKE_CHARS) {
                wake.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void drop(Frame frame) {
        lost++;
        if (!closed) {
            Loss one = new Loss(frame.receivedNanos(), 1);
            losses.merge(frame.venue(), one, (sum, next) -> new Loss(sum.nanos, sum.frames + 1));
        }
    }

    /** Takes all there is, at the latest after that time, at once when the queue is closed. */
    Batch take(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (left > 0 && !closed && frames.size() < WAKE_FRAMES && chars < WAKE_CHARS) {
                left = wake.awaitNanos(left);
            }
            return empty();
        } finally {
            lock.unlock();
        }
    }

    Batch takeNow() {
        lock.lock();
        try {
            return empty();
        } finally {
            lock.unlock();
        }
    }

    private Batch empty() {
        Batch batch = new Batch(frames, losses, closed);
        frames = new ArrayDeque<>();
        losses = new LinkedHashMap<>();
        chars = 0;
        return batch;
    }

    /** Takes no more; what is put from now on counts as lost. */
    void close() {
        lock.lock();
        try {
            closed = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Counts frames that were taken but came to nothing. */
    void addLost(long count) {
        lock.lock();
        try {
            lost += count;
        } finally {
            lock.unlock();
        }
    }

    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }
}
