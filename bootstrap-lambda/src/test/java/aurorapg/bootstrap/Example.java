package aurorapg.bootstrap;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An event with names of its own in a database of its own, so that tests can share a server.
 *
 * @param server the server
 * @param database the database, which exists
 * @param event what is asked for
 */
record Example(PostgresServer server, String database, BootstrapEvent event) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** An example in a new database; roles are shared by the whole server, so each example has others. */
    static Example on(PostgresServer server) {
        var prefix = "x" + NUMBER.incrementAndGet() + "_";
        return on(server, prefix + "db", new BootstrapEvent(
                "app", prefix + "owner", prefix + "rw", prefix + "ro", List.of("pg_stat_statements")));
    }

    static Example on(PostgresServer server, String database, BootstrapEvent event) {
        server.createDatabase(database);
        return new Example(server, database, event);
    }

    /** Runs the bootstrap without the secret service, waiting for as good as nothing. */
    JsonObject run() {
        return run(server.cluster(database)::connect);
    }

    JsonObject run(Bootstrap.Connector connector) {
        var log = new Log(new PrintStream(OutputStream.nullOutputStream()));
        var secret = new MasterSecret(Example::secret);
        var retry = new Retry(() -> 20_000, millis -> Thread.sleep(Math.min(millis, 20)), new Random(1), log,
                secret::forget);
        return new Bootstrap(secret, connector, () -> 20_000, retry, log).run(event, database).toJson(0);
    }

    static String secret() {
        var json = new JsonObject();
        json.addProperty("username", PostgresServer.MASTER);
        json.addProperty("password", PostgresServer.PASSWORD);
        return json.toString();
    }

    /** The event as the program sends it. */
    JsonObject json() {
        return new Gson().toJsonTree(event).getAsJsonObject();
    }

    String login(String group) {
        return Names.loginOf(group);
    }

    void admin(String... statements) {
        server.admin(database, statements);
    }

    /** The texts under a key of a report. */
    static List<String> texts(JsonObject report, String key) {
        return report.getAsJsonArray(key).asList().stream().map(text -> text.getAsString()).toList();
    }
}
