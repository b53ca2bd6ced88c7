package aurorapg.bootstrap;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for Secrets Manager's endpoint: gives the answers in their order, and the last one again and again. */
final class SecretService implements AutoCloseable {

    /** An answer after a pause. */
    record Answer(int status, String body, long pauseMillis) {

        static Answer secret(String text) {
            var json = new JsonObject();
            json.addProperty("ARN", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:test");
            json.addProperty("Name", "test");
            json.addProperty("SecretString", text);
            return new Answer(200, json.toString(), 0);
        }

        static Answer password(String password) {
            var json = new JsonObject();
            json.addProperty("username", PostgresServer.MASTER);
            json.addProperty("password", password);
            return secret(json.toString());
        }

        static Answer error(int status, String type) {
            return new Answer(status, "{\"__type\":\"%s\",\"message\":\"about %s\"}"
                    .formatted(type, PostgresServer.PASSWORD.replace("\"", "")), 0);
        }

        Answer after(long millis) {
            return new Answer(status, body, millis);
        }
    }

    final AtomicInteger calls = new AtomicInteger();
    private final Queue<Answer> answers;
    private final HttpServer server;

    SecretService(Answer... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            var answer = next();
            exchange.getRequestBody().readAllBytes();
            try {
                Thread.sleep(answer.pauseMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.remove() : answers.peek();
    }
}
