package io.faultline.desk;

import java.util.concurrent.Executor;

/**
 * Where work that is too long for the desk's thread is done, and how its result comes back to that thread.
 *
 * @param worker another thread; runs one thing at a time, in order
 * @param desk the desk's thread
 */
record Background(Executor worker, Executor desk) {
    /** Everything at once, on the caller's thread: for a desk that no thread runs. */
    static final Background NONE = new Background(Runnable::run, Runnable::run);
}
