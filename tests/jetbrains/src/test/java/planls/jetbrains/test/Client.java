package planls.jetbrains.test;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * A client on LSP4J that forgives nothing, with one server process. What it sends goes through LSP4J's own classes,
 * so that it has LSP4J's shape; what comes is parsed into them, validated, and kept.
 */
final class Client implements LanguageClient, AutoCloseable {
    private static final long PATIENCE_MS = 30_000;

    final Process process;
    final Recoder recoder;
    final MessageJsonHandler json;
    final List<RequestMessage> requests = new CopyOnWriteArrayList<>();
    final List<NotificationMessage> notifications = new CopyOnWriteArrayList<>();
    /** What `workspace/configuration` answers for the section `planls`; null as LSP4IJ where nothing is set. */
    volatile JsonElement settings;
    /** Counts `workspace/diagnostic/refresh`. */
    volatile int refreshes;
    volatile Throwable failure;
    JsonObject capabilities;

    private final Map<String, JsonRpcMethod> methods = new LinkedHashMap<>();
    private final RemoteEndpoint remote;
    private final Thread reading;

    Client(List<String> command, Charset charset) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        recoder = new Recoder(process.getInputStream(), charset);
        methods.putAll(ServiceEndpoints.getSupportedMethods(LanguageClient.class));
        methods.putAll(ServiceEndpoints.getSupportedMethods(LanguageServer.class));
        json = new MessageJsonHandler(methods);
        MessageConsumer out = new StreamMessageConsumer(process.getOutputStream(), json);
        MessageConsumer checked = new ReflectiveMessageValidator(out);
        // Answers may hold what the validator does not allow (null for a setting); LSP4IJ does not check them either.
        remote = new RemoteEndpoint(message -> (message instanceof ResponseMessage ? out : checked).consume(message),
                ServiceEndpoints.toEndpoint(this));
        json.setMethodProvider(remote);
        StrictProducer in = new StrictProducer(recoder.output, json);
        reading = new Thread(() -> {
            try {
                in.listen(new ReflectiveMessageValidator(this::take));
            } catch (Throwable error) {
                failure = error;
            }
        }, "reading");
        reading.setDaemon(true);
        reading.start();
    }

    private void take(Message message) {
        if (message instanceof RequestMessage request) {
            known(request.getMethod());
            requests.add(request);
        } else if (message instanceof NotificationMessage notification) {
            known(notification.getMethod());
            notifications.add(notification);
        } else if (message instanceof ResponseMessage response && !(response.getRawId().isLeft())) {
            throw new IllegalStateException("the id was a string: " + response);
        }
        remote.consume(message);
    }

    /** LSP4J would answer or log that it is not supported. */
    private void known(String method) {
        if (!methods.containsKey(method)) {
            throw new IllegalStateException("LSP4J knows no " + method);
        }
    }

    // ---- what is asked ----------------------------------------------------------------------------------------

    /** The parameters in the class that LSP4J has for them. */
    Object typed(String method, JsonElement params) {
        JsonRpcMethod known = methods.get(method);
        if (known == null) {
            throw new AssertionError("LSP4J knows no " + method);
        }
        Type[] types = known.getParameterTypes();
        return params == null || types.length == 0 ? params : json.getGson().fromJson(params, types[0]);
    }

    /** A typed value as JSON again, as LSP4J writes it. */
    JsonElement untyped(Object value) {
        ResponseMessage message = new ResponseMessage();
        message.setId("1");
        message.setResult(value);
        return Wire.at(JsonParser.parseString(json.serialize(message)), "result");
    }

    CompletableFuture<Object> send(String method, JsonElement params) {
        return remote.request(method, typed(method, params));
    }

    /** The result, which LSP4J has parsed and found complete; null for null. */
    JsonElement ask(String method, JsonElement params) {
        try {
            return untyped(get(send(method, params)));
        } catch (ResponseErrorException error) {
            throw new AssertionError(method + " " + params + ": " + error.getResponseError(), error);
        }
    }

    /** The error that a request ends with, as JSON. */
    JsonObject error(String method, JsonElement params) {
        try {
            throw new AssertionError(method + " was answered: " + untyped(get(send(method, params))));
        } catch (ResponseErrorException error) {
            return json.getGson().toJsonTree(error.getResponseError()).getAsJsonObject();
        }
    }

    private Object get(CompletableFuture<Object> future) {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (true) {
            try {
                return future.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                check();
                if (System.currentTimeMillis() > end) {
                    throw new AssertionError("no answer");
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ResponseErrorException error) {
                    throw error;
                }
                throw new AssertionError(e.getCause());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    void tell(String method, JsonElement params) {
        check();
        remote.notify(method, typed(method, params));
    }

    void check() {
        if (failure != null) {
            throw new AssertionError("the server's output was not understood", failure);
        }
    }

    void await(String what, BooleanSupplier done) {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!done.getAsBoolean()) {
            check();
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited for " + what);
            }
            sleep(20);
        }
        check();
    }

    static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<RequestMessage> requests(String method) {
        return requests.stream().filter(one -> one.getMethod().equals(method)).toList();
    }

    /** Parameters of the notifications of this method so far. */
    List<JsonElement> told(String method) {
        List<JsonElement> found = new ArrayList<>();
        for (NotificationMessage one : notifications) {
            if (one.getMethod().equals(method)) {
                found.add(untyped(one.getParams()));
            }
        }
        return found;
    }

    // ---- the session ------------------------------------------------------------------------------------------

    JsonObject initialize(JsonObject params) {
        JsonObject result = ask("initialize", params).getAsJsonObject();
        capabilities = result.getAsJsonObject("capabilities");
        tell("initialized", new JsonObject());
        return result;
    }

    /** As LSP4IJ ends a session, which gives `shutdown` five seconds; the exit status. */
    int finish() {
        long start = System.currentTimeMillis();
        if (ask("shutdown", null) != null) {
            throw new AssertionError("shutdown has a result");
        }
        tell("exit", null);
        try {
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the server did not exit");
            }
            reading.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        check();
        long took = System.currentTimeMillis() - start;
        if (took > 5000) {
            throw new AssertionError("it took " + took + " ms to shut down");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    // ---- what the server asks: LSP4IJ's answers ---------------------------------------------------------------

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
        List<Object> answers = new ArrayList<>();
        params.getItems().forEach(item -> answers.add("planls".equals(item.getSection()) ? settings : null));
        return CompletableFuture.completedFuture(answers);
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
        refreshes++;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
    }

    /** LSP4IJ's handler reads the selection without asking whether there is one. */
    @Override
    public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
        if (params.getSelection() == null) {
            failure = new IllegalStateException("window/showDocument without a selection");
        }
        return CompletableFuture.completedFuture(new ShowDocumentResult(true));
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshSemanticTokens() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public void logMessage(MessageParams message) {}

    @Override
    public void notifyProgress(ProgressParams params) {}
}
