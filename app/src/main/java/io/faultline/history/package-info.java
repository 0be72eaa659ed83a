/** Market history on disk: what venues told of the past and what was seen live, and which spans of time are known. */
@NullMarked
package io.faultline.history;

import org.jspecify.annotations.NullMarked;
