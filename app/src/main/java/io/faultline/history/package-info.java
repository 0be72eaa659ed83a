/**
 * What is on disk: market history, what venues told of the past and what was seen live, and which spans of time are
 * known; and, in a file of its own, small records that cannot be had again.
 */
@NullMarked
package io.faultline.history;

import org.jspecify.annotations.NullMarked;
