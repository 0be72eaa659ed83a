/**
 * What a trader reads off clusters, book and funding together: small rules, each with its figures. Pure functions, and
 * meters that take time with each sample; no clock, no chance.
 */
@NullMarked
package io.faultline.signal;

import org.jspecify.annotations.NullMarked;
