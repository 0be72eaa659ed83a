package io.faultline.journal;

import io.faultline.market.Frame;
import java.io.Closeable;
import java.io.IOException;

/** A journal being written, in one of the two forms. Used by one thread. */
sealed interface FrameSink extends Closeable permits JsonLinesSink, BlockFolderSink {
    /** Adds a frame; false, and nothing added, when it is longer than a reader would accept. */
    boolean write(Frame frame) throws IOException;

    /** Notes in the journal itself that frames are missing here. */
    void lost(String venue, long nanos, long frames) throws IOException;

    /** Afterwards the end of this process, however sudden, leaves every frame written so far readable. */
    void flush() throws IOException;

    /** Afterwards a power cut leaves what was flushed. */
    void sync() throws IOException;

    /** Bytes given to the file system so far. */
    long bytes();

    /** Ends the journal so that a reader can tell it is whole. */
    @Override
    void close() throws IOException;
}
