package io.faultline.feed;

import java.util.Objects;

/** How we name ourselves to venues; some refuse the JDK's own name. */
final class UserAgent {
    static final String TEXT = "Faultline/"
            + Objects.requireNonNullElse(UserAgent.class.getPackage().getImplementationVersion(), "development");

    private UserAgent() {}
}
