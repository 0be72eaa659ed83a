package io.faultline.market;

/**
 * Names of sockets. Beside a planned socket, {@code public}, its successor may run for a while, under the plan's name
 * with a mark, {@code public#2}; that one's successor has the plain name again.
 */
public final class SocketNames {
    private static final String MARK = "#2";

    private SocketNames() {}

    /** The name of the plan that the socket follows. */
    public static String plan(String connection) {
        return connection.endsWith(MARK) ? connection.substring(0, connection.length() - MARK.length()) : connection;
    }

    /** The name of the socket that may run beside this one. */
    public static String successor(String connection) {
        return connection.endsWith(MARK) ? plan(connection) : connection + MARK;
    }
}
