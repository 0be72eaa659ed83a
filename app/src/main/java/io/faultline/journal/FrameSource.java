package io.faultline.journal;

import io.faultline.market.Frame;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The frames of one open file, in its order. Damage in the file ends or thins the frames and is noted, not thrown. */
sealed interface FrameSource extends AutoCloseable permits JsonLinesSource, BlockSource {
    /**
     * The next whole frame, or null after the last.
     *
     * @throws IOException when the file system fails, not for what the file holds
     */
    @Nullable
    Frame next() throws IOException;

    /** Lets the file go. What a file that was only read says on closing is of no interest. */
    @Override
    void close();
}
