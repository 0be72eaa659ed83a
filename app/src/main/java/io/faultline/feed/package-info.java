/** Sockets and requests: connecting, reconnecting, watchdogs, limits. */
@NullMarked
package io.faultline.feed;

import org.jspecify.annotations.NullMarked;
