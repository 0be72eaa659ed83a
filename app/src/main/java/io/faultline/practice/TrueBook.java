package io.faultline.practice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;

/**
 * A book as whoever listened to every update of the venue must have it, at each of the latest sequence numbers. Kept by
 * the exchange's market thread, read by any.
 */
public final class TrueBook {
    private record Step(long id, List<Change> changes) {}

    private final Contract contract;
    private final int mostSteps;
    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private Levels oldest = new Levels();
    private Levels newest = new Levels();
    private long oldestId;
    private long lastId;

    /** @param mostSteps how many updates back it can be asked about */
    TrueBook(Contract contract, int mostSteps) {
        this.contract = contract;
        this.mostSteps = mostSteps;
    }

    /** Begins anew with these levels. */
    synchronized void begin(long id, Levels levels) {
        oldest = levels.copy();
        newest = levels.copy();
        oldestId = id;
        lastId = id;
        steps.clear();
    }

    synchronized void apply(long id, List<Change> changes) {
        if (id <= lastId) {
            throw new IllegalArgumentException("update " + id + " after " + lastId);
        }
        steps.add(new Step(id, changes));
        changes.forEach(newest::apply);
        lastId = id;
        while (steps.size() > mostSteps) {
            Step step = steps.remove();
            step.changes().forEach(oldest::apply);
            oldestId = step.id();
        }
    }

    /** Goes on with the same levels under another sequence number, as after a venue's reset. */
    synchronized void renumber(long id) {
        begin(id, at(lastId));
    }

    /** Sequence number of the newest update. */
    public synchronized long lastId() {
        return lastId;
    }

    /** The earliest sequence number that it still knows. */
    public synchronized long oldestId() {
        return oldestId;
    }

    /** SHA-256 of {@link #listing} of the whole book, lower-case hex. */
    public String hash(long id) {
        try {
            byte[] text = listing(id, Integer.MAX_VALUE).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * The best levels as they were when the last update up to {@code id} had been applied: one line {@code price size} a
     * level, no trailing zeros, bids from the best down, then asks from the best up.
     *
     * @throws IllegalArgumentException if it was too long ago
     */
    public String listing(long id, int depth) {
        return at(id).canonical(depth, contract.priceScale(), contract.sizeScale());
    }

    /** The levels as they were when the last update up to {@code id} had been applied. */
    synchronized Levels at(long id) {
        if (id < oldestId) {
            throw new IllegalArgumentException("update " + id + " was before " + oldestId);
        }
        if (id >= lastId) {
            return newest.copy();
        }
        Levels levels = oldest.copy();
        for (Step step : steps) {
            if (step.id() > id) {
                break;
            }
            step.changes().forEach(levels::apply);
        }
        return levels;
    }
}
