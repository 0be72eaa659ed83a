/**
 * An exchange on loopback that speaks a venue's dialect: a market of its own or a journal, over WebSocket and HTTP, with
 * faults on request. Its encoders are written from the venue's documents and share no code with the decoders, so that
 * mistakes cannot cancel out.
 */
@NullMarked
package io.faultline.practice;

import org.jspecify.annotations.NullMarked;
