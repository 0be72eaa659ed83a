package io.faultline.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on which TLS fails. Ends with {@link #close}. */
public final class BrokenTls implements AutoCloseable {
    /** How it fails. */
    public enum Kind {
        /** The answer to a handshake is no TLS. */
        PLAIN_TEXT,
        /** The certificate is signed by nobody that a client trusts. */
        SELF_SIGNED
    }

    private static final byte[] NO_TLS =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private BrokenTls(ServerSocket listening) {
        this.listening = listening;
    }

    /** Open from here on. */
    public static BrokenTls open(Kind kind) throws IOException {
        BrokenTls tls = new BrokenTls(
                switch (kind) {
                    case PLAIN_TEXT -> new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                    case SELF_SIGNED -> selfSigned();
                });
        Server.thread(tls::accept, "tls").start();
        return tls;
    }

    private static ServerSocket selfSigned() throws IOException {
        try {
            return SelfSigned.context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java signs with elliptic curves", impossible);
        }
    }

    /** Where requests go. */
    public URI rest() {
        return URI.create("https://127.0.0.1:" + listening.getLocalPort());
    }

    /** Where sockets are opened. */
    public URI websocket() {
        return URI.create("wss://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                Server.thread(() -> serve(socket), "tls").start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(5_000);
            if (socket.getInputStream().read() >= 0) {
                socket.getOutputStream().write(NO_TLS);
                socket.getOutputStream().flush();
            }
        } catch (IOException refused) {
            sockets.remove(socket); // as it should be: the client hangs up
        }
        sockets.remove(socket);
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
