package planls.jetbrains;

import com.intellij.openapi.vfs.VirtualFile;
import com.redhat.devtools.lsp4ij.client.features.LSPClientFeatures;
import org.jetbrains.annotations.NotNull;

/**
 * Without the program nothing is started: LSP4IJ would try again with every file and show an error each time. It asks
 * this before it starts a server for a file (its LanguageServiceAccessor), often: hence the pause between two looks.
 */
final class PlanlsFeatures extends LSPClientFeatures {
    private static final long PAUSE_NS = 3_000_000_000L;

    private long looked;
    private boolean found;

    @Override
    public boolean isEnabled(@NotNull VirtualFile file) {
        return super.isEnabled(file) && isThere();
    }

    private synchronized boolean isThere() {
        long now = System.nanoTime();
        if (looked == 0 || now - looked > PAUSE_NS) {
            BinaryLookup.Result result = PlanlsBinary.find();
            found = result.program() != null;
            looked = now;
            if (!found) {
                MissingProgram.tell(getProject(), result.where());
            }
        }
        return found;
    }
}
