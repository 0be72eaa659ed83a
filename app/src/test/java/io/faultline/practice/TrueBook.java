package io.faultline.practice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The exchange's own book, as naive as can be, with all that ever changed it: the book at any earlier update can be had
 * again. Thread-safe.
 */
final class TrueBook {
    /** One change: the new size at a price, zero to remove it. */
    record Change(boolean bid, BigDecimal price, BigDecimal size) {}

    /** The levels of both sides, best first. */
    record Levels(long updateId, TreeMap<BigDecimal, BigDecimal> bids, TreeMap<BigDecimal, BigDecimal> asks) {
        static Levels empty() {
            return new Levels(0, new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
        }

        Levels copy(long id) {
            return new Levels(id, new TreeMap<>(bids), new TreeMap<>(asks));
        }

        void apply(Change change) {
            TreeMap<BigDecimal, BigDecimal> side = change.bid() ? bids : asks;
            if (change.size().signum() == 0) {
                side.remove(change.price());
            } else {
                side.put(change.price(), change.size());
            }
        }

        /** One line {@code price size} a level, bids from the best down, then asks from the best up. */
        String canonical(int depth) {
            StringBuilder text = new StringBuilder();
            for (TreeMap<BigDecimal, BigDecimal> side : List.of(bids, asks)) {
                side.entrySet().stream()
                        .limit(depth)
                        .forEach(level -> text.append(plain(level.getKey()))
                                .append(' ')
                                .append(plain(level.getValue()))
                                .append('\n'));
            }
            return text.toString();
        }

        /** SHA-256 of the whole {@link #canonical} text, lower-case hex. */
        String hash() {
            try {
                byte[] text = canonical(Integer.MAX_VALUE).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    private record Step(long updateId, List<Change> changes) {}

    private final List<Step> steps = new ArrayList<>();
    private final Levels now = Levels.empty();
    private Levels start = Levels.empty();
    private long updateId;

    /** Begins with these levels. */
    synchronized void begin(long id, List<Change> levels) {
        levels.forEach(now::apply);
        updateId = id;
        start = now.copy(id);
        steps.clear();
    }

    synchronized void apply(long id, List<Change> changes) {
        if (id <= updateId) {
            throw new IllegalArgumentException("update " + id + " after " + updateId);
        }
        changes.forEach(now::apply);
        steps.add(new Step(id, List.copyOf(changes)));
        updateId = id;
    }

    synchronized long updateId() {
        return updateId;
    }

    synchronized Levels levels() {
        return now.copy(updateId);
    }

    /** The book as it was when the last update up to {@code id} had been applied. */
    synchronized Levels at(long id) {
        Levels levels = start.copy(start.updateId());
        for (Step step : steps) {
            if (step.updateId() > id) {
                break;
            }
            step.changes().forEach(levels::apply);
        }
        return levels.copy(id);
    }

    /** The book as it began. */
    synchronized Levels first() {
        return start.copy(start.updateId());
    }

    synchronized BigDecimal bestBid() {
        return now.bids().firstKey();
    }

    synchronized BigDecimal bestAsk() {
        return now.asks().firstKey();
    }

    /** Size at the best of a side. */
    synchronized Map.Entry<BigDecimal, BigDecimal> best(boolean bid) {
        return (bid ? now.bids() : now.asks()).firstEntry();
    }

    /** The level of a side that is farthest from the other side. */
    synchronized BigDecimal farthest(boolean bid) {
        return (bid ? now.bids() : now.asks()).lastKey();
    }

    synchronized int count(boolean bid) {
        return (bid ? now.bids() : now.asks()).size();
    }
}
