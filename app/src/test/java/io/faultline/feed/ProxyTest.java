package io.faultline.feed;

import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.practice.LoopbackExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Networks that let nobody out but through a proxy. */
@Isolated("sets the default proxy selector")
@Timeout(30)
class ProxyTest {
    @Test
    void goesThroughTheSystemsProxy() throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LoopbackExchange exchange = LoopbackExchange.generated(3, Duration.ofMillis(20), Bench.SYMBOL)) {
            Thread thread = new Thread(() -> noteRequests(proxy, asked), "proxy");
            thread.setDaemon(true);
            thread.start();
            ProxySelector.setDefault(new SocketsThrough((InetSocketAddress) proxy.getLocalSocketAddress()));
            try (Bench bench = new Bench(exchange, Duration.ofHours(23)).start()) {
                int port = exchange.rest().getPort();
                until(() -> asked.contains("CONNECT 127.0.0.1:" + port + " HTTP/1.1"));
                assertThat(bench.exchange.clients(Bench.PUBLIC)).isZero();
            }
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private static void noteRequests(ServerSocket proxy, List<String> asked) {
        while (true) {
            try (Socket client = proxy.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
                asked.add(String.valueOf(in.readLine()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Sockets through the proxy, requests not. */
    private static final class SocketsThrough extends ProxySelector {
        private final InetSocketAddress proxy;

        SocketsThrough(InetSocketAddress proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(uri.getPath().equals("/") ? new Proxy(Proxy.Type.HTTP, proxy) : Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError(uri + " failed", failure);
        }
    }
}
