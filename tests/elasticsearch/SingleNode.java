import java.nio.file.Files;
import java.nio.file.Path;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;

/** Starts one Elasticsearch node: SingleNode HOME PORT. */
public class SingleNode {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Settings settings = Settings.builder()
            .put("path.home", home)
            .put("node.name", "test")
            .put("cluster.name", "test")
            .put("discovery.type", "single-node")
            .put("transport.type", "alone")
            .put("http.type", "loopback")
            .put("http.port", Integer.parseInt(arguments[1]))
            .build();
        LogConfigurator.configureESLogging();
        LogConfigurator.configureWithoutConfig(settings);
        Node node = new Node(new Environment(settings, home.resolve("config")));
        node.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { node.close(); } catch (Exception error) { } }));
        System.out.println("started");
        Thread.currentThread().join();
    }
}
