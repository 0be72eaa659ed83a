/** Raw frames to disk and back, and the replay clock. */
@NullMarked
package io.faultline.journal;

import org.jspecify.annotations.NullMarked;
