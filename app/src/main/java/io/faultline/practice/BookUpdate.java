package io.faultline.practice;

import java.util.List;

/**
 * What is told at once about a book.
 *
 * @param first first sequence number that it covers
 * @param last last sequence number that it covers
 * @param previous {@code last} of the update before it
 */
record BookUpdate(long first, long last, long previous, List<Change> changes) {
    BookUpdate {
        changes = List.copyOf(changes);
    }
}
