import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.cluster.node.DiscoveryNode;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.component.AbstractLifecycleComponent;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpChannel;
import org.elasticsearch.http.HttpInfo;
import org.elasticsearch.http.HttpPreRequest;
import org.elasticsearch.http.HttpRequest;
import org.elasticsearch.http.HttpResponse;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.http.HttpStats;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.plugins.NetworkPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.AbstractRestChannel;
import org.elasticsearch.rest.ChunkedRestResponseBody;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.telemetry.tracing.Tracer;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.BytesRefRecycler;
import org.elasticsearch.transport.ConnectionProfile;
import org.elasticsearch.transport.Transport;
import org.elasticsearch.transport.TransportMessageListener;
import org.elasticsearch.transport.TransportStats;
import org.elasticsearch.xcontent.NamedXContentRegistry;
import org.elasticsearch.xcontent.XContentParserConfiguration;

/** What a single node needs of a network: HTTP on the loopback address by the JDK's own server, and no other nodes. */
public class LoopbackPlugin extends Plugin implements NetworkPlugin {
    @Override
    public Map<String, Supplier<Transport>> getTransports(
        Settings settings, ThreadPool threadPool, PageCacheRecycler recycler, CircuitBreakerService breaker,
        NamedWriteableRegistry registry, NetworkService network
    ) {
        return Map.of("alone", NoOtherNodes::new);
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
        Settings settings, ThreadPool threadPool, BigArrays bigArrays, PageCacheRecycler recycler, CircuitBreakerService breaker,
        NamedXContentRegistry registry, NetworkService network, HttpServerTransport.Dispatcher dispatcher,
        BiConsumer<HttpPreRequest, ThreadContext> perRequest, ClusterSettings clusterSettings, Tracer tracer
    ) {
        var parser = XContentParserConfiguration.EMPTY.withRegistry(registry);
        return Map.of("loopback", () -> new Http(settings.getAsInt("http.port", 9200), threadPool, parser, dispatcher));
    }

    private static BoundTransportAddress bound(int port) {
        var address = new TransportAddress(InetAddress.getLoopbackAddress(), port);
        return new BoundTransportAddress(new TransportAddress[] { address }, address);
    }

    private static class NoOtherNodes extends AbstractLifecycleComponent implements Transport {
        private final ResponseHandlers responses = new ResponseHandlers();
        private final RequestHandlers requests = new RequestHandlers();

        @Override public void setMessageListener(TransportMessageListener listener) {}
        @Override public BoundTransportAddress boundAddress() { return bound(1); }
        @Override public BoundTransportAddress boundRemoteIngressAddress() { return null; }
        @Override public Map<String, BoundTransportAddress> profileBoundAddresses() { return Map.of(); }
        @Override public TransportAddress[] addressesFromString(String address) { return new TransportAddress[0]; }
        @Override public List<String> getDefaultSeedAddresses() { return List.of(); }
        @Override public void openConnection(DiscoveryNode node, ConnectionProfile profile, ActionListener<Connection> listener) {
            listener.onFailure(new IllegalStateException("this node is alone"));
        }
        @Override public TransportStats getStats() {
            return new TransportStats(0, 0, 0, 0, 0, 0, new long[0], new long[0], Map.of());
        }
        @Override public ResponseHandlers getResponseHandlers() { return responses; }
        @Override public RequestHandlers getRequestHandlers() { return requests; }
        @Override protected void doStart() {}
        @Override protected void doStop() {}
        @Override protected void doClose() {}
    }

    private static class Http extends AbstractLifecycleComponent implements HttpServerTransport {
        private final int port;
        private final ThreadPool threadPool;
        private final XContentParserConfiguration parser;
        private final Dispatcher dispatcher;
        private HttpServer server;

        Http(int port, ThreadPool threadPool, XContentParserConfiguration parser, Dispatcher dispatcher) {
            this.port = port;
            this.threadPool = threadPool;
            this.parser = parser;
            this.dispatcher = dispatcher;
        }

        @Override public BoundTransportAddress boundAddress() { return bound(port); }
        @Override public HttpInfo info() { return new HttpInfo(boundAddress(), Integer.MAX_VALUE); }
        @Override public HttpStats stats() { return HttpStats.IDENTITY; }

        @Override
        protected void doStart() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
            server.setExecutor(Executors.newFixedThreadPool(4));
            server.createContext("/", this::answer);
            server.start();
        }

        private void answer(HttpExchange exchange) throws IOException {
            var content = new BytesArray(exchange.getRequestBody().readAllBytes());
            var request = RestRequest.request(parser, new Request(exchange, content, headersOf(exchange)), new Channel(exchange));
            var context = threadPool.getThreadContext();
            try (var ignored = context.stashContext()) {
                dispatcher.dispatchRequest(request, new Answer(request, exchange, context), context);
            }
        }

        private static Map<String, List<String>> headersOf(HttpExchange exchange) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            return headers;
        }

        @Override protected void doStop() { if (server != null) server.stop(0); }
        @Override protected void doClose() {}
    }

    private static class Answer extends AbstractRestChannel {
        private final HttpExchange exchange;

        private final ThreadContext context;

        Answer(RestRequest request, HttpExchange exchange, ThreadContext context) {
            super(request, true);
            this.exchange = exchange;
            this.context = context;
        }

        @Override
        public void sendResponse(RestResponse response) {
            try (exchange; response) {
                var headers = exchange.getResponseHeaders();
                headers.set("Content-Type", response.contentType());
                headers.putAll(response.getHeaders());
                headers.putAll(context.getResponseHeaders());
                boolean isHead = request.method() == RestRequest.Method.HEAD;
                if (!response.isChunked()) {
                    byte[] bytes = BytesReference.toBytes(response.content());
                    exchange.sendResponseHeaders(response.status().getStatus(), isHead || bytes.length == 0 ? -1 : bytes.length);
                    if (!isHead && bytes.length > 0) exchange.getResponseBody().write(bytes);
                    return;
                }
                exchange.sendResponseHeaders(response.status().getStatus(), isHead ? -1 : 0);
                if (!isHead) write(response.chunkedContent(), exchange.getResponseBody());
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        private static void write(ChunkedRestResponseBody body, OutputStream out) throws IOException {
            while (!body.isDone()) {
                try (var chunk = body.encodeChunk(1 << 15, BytesRefRecycler.NON_RECYCLING_INSTANCE)) {
                    chunk.writeTo(out);
                }
            }
        }
    }

    private record Request(HttpExchange exchange, BytesReference content, Map<String, List<String>> headers) implements HttpRequest {
        @Override public RestRequest.Method method() { return RestRequest.Method.valueOf(exchange.getRequestMethod()); }
        @Override public String uri() { return exchange.getRequestURI().toString(); }
        @Override public Map<String, List<String>> getHeaders() { return headers; }
        @Override public List<String> strictCookies() { return List.of(); }
        @Override public HttpVersion protocolVersion() { return HttpVersion.HTTP_1_1; }
        @Override public HttpRequest removeHeader(String name) { headers.remove(name); return this; }
        @Override public HttpResponse createResponse(RestStatus status, BytesReference content) { throw new UnsupportedOperationException(); }
        @Override public HttpResponse createResponse(RestStatus status, ChunkedRestResponseBody body) { throw new UnsupportedOperationException(); }
        @Override public Exception getInboundException() { return null; }
        @Override public void release() {}
        @Override public HttpRequest releaseAndCopy() { return this; }
    }

    private record Channel(HttpExchange exchange) implements HttpChannel {
        @Override public void sendResponse(HttpResponse response, ActionListener<Void> listener) { throw new UnsupportedOperationException(); }
        @Override public InetSocketAddress getLocalAddress() { return exchange.getLocalAddress(); }
        @Override public InetSocketAddress getRemoteAddress() { return exchange.getRemoteAddress(); }
        @Override public void addCloseListener(ActionListener<Void> listener) {}
        @Override public boolean isOpen() { return true; }
        @Override public void close() { exchange.close(); }
    }
}
