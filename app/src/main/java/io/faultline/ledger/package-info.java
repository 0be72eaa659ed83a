/**
 * How well predictions did: the statistics of app/docs/model.md 8, on plain arrays. "Model" and a number in this
 * package's comments means a section there.
 */
@NullMarked
package io.faultline.ledger;

import org.jspecify.annotations.NullMarked;
