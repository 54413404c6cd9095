package planls.jetbrains.test;

import java.io.InputStream;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;

/**
 * LSP4J's reader with nothing forgiven: it stops at the first message that is framed wrongly, does not parse, or
 * has a field of another shape than its class. LSP4IJ 0.20 stops there too (its ExtendedStreamMessageProducer) and
 * restarts the server, twenty times at most.
 */
final class StrictProducer extends StreamMessageProducer {
    StrictProducer(InputStream input, MessageJsonHandler json) {
        super(input, json, (message, issues) -> {
            throw new IllegalStateException(issues + " in " + message);
        });
    }

    @Override
    protected void fireError(Throwable error) {
        throw new IllegalStateException(error.getMessage(), error);
    }
}
