package planls.jetbrains.test;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What an IDE does to a process's output before LSP4IJ reads it: the bytes are decoded as text in some charset of the
 * IDE's, the CR of each CR LF goes (the platform's BaseOutputReader), and the rest is encoded as UTF-8 again (LSP4IJ's
 * LSPProcessListener). Keeps what came, as it came.
 */
final class Recoder {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    final PipedInputStream output = new PipedInputStream(1 << 16);

    Recoder(InputStream input, Charset charset) throws IOException {
        PipedOutputStream pipe = new PipedOutputStream(output);
        InputStreamReader reader = new InputStreamReader(new Tee(input), charset);
        Thread thread = new Thread(() -> copy(reader, new OutputStreamWriter(pipe, StandardCharsets.UTF_8)), "recoder");
        thread.setDaemon(true);
        thread.start();
    }

    private static void copy(InputStreamReader reader, OutputStreamWriter writer) {
        char[] some = new char[8192];
        boolean carriage = false;
        try (reader; writer) {
            for (int n; (n = reader.read(some)) >= 0; ) {
                for (int i = 0; i < n; i++) {
                    if (carriage && some[i] != '\n') {
                        writer.write('\r');
                    }
                    carriage = some[i] == '\r';
                    if (!carriage) {
                        writer.write(some[i]);
                    }
                }
                writer.flush();
            }
        } catch (IOException e) {
            // The process or the client is gone.
        }
    }

    byte[] seen() {
        synchronized (seen) {
            return seen.toByteArray();
        }
    }

    private final class Tee extends FilterInputStream {
        Tee(InputStream input) {
            super(input);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            synchronized (seen) {
                seen.write(bytes, offset, Math.max(n, 0));
            }
            return n;
        }
    }
}
