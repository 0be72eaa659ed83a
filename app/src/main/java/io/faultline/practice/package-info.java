/**
 * The practice exchange: venues on loopback that talk as the real ones do, over WebSocket and HTTP, with markets that
 * move by chance and faults on request. Its encoders are written from the venues' documents and share no code with the
 * decoders, so that mistakes cannot cancel out.
 *
 * <p>Who moves a market ({@link io.faultline.practice.OrderFlow}) knows nothing of how it is told ({@link
 * io.faultline.practice.Dialect}): both know {@link io.faultline.practice.Market} only.
 */
@NullMarked
package io.faultline.practice;

import org.jspecify.annotations.NullMarked;
