package io.faultline.book;

/** Sees the levels of a side, best first. */
@FunctionalInterface
public interface LevelVisitor {
    /** One level, in the scales of its book; the size is positive. */
    void level(long price, long size);
}
