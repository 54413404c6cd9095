package planls.jetbrains;

import com.intellij.execution.configurations.GeneralCommandLine;
import com.redhat.devtools.lsp4ij.server.CannotStartProcessException;
import com.redhat.devtools.lsp4ij.server.OSProcessStreamConnectionProvider;
import java.nio.charset.StandardCharsets;

/** `planls lsp`, on standard input and output. */
final class PlanlsServer extends OSProcessStreamConnectionProvider {
    @Override
    public void start() throws CannotStartProcessException {
        BinaryLookup.Result found = PlanlsBinary.find();
        if (found.program() == null) {
            throw new CannotStartProcessException("planls cannot start: " + found.where());
        }
        setCommandLine(new GeneralCommandLine(found.program().toString(), "lsp").withCharset(StandardCharsets.UTF_8));
        super.start();
    }
}
