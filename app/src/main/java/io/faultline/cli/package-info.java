/** Commands, and the wiring of everything else. */
@NullMarked
package io.faultline.cli;

import org.jspecify.annotations.NullMarked;
