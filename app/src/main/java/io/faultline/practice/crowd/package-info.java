/**
 * The traders of the practice market, in process: a market whose positions and leverage are known, so that what the
 * model says of them can be scored (model 24). Orders of makers, traders, hedged holders and fast traders meet in a
 * matching engine; a margin engine closes by force who runs out of margin. All chance comes from the seed and all time
 * from the caller: the same seed and settings give the same events.
 */
@NullMarked
package io.faultline.practice.crowd;

import org.jspecify.annotations.NullMarked;
