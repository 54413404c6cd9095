package planls.jetbrains;

import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.components.PersistentStateComponent;
import com.intellij.openapi.components.State;
import com.intellij.openapi.components.Storage;
import org.jetbrains.annotations.NotNull;

/**
 * What the client itself has to know. Everything about plans is the server's: LSP4IJ keeps it as its configuration
 * (PlanlsSchema), a project in its .planls.json.
 */
@State(name = "planls", storages = @Storage("planls.xml"))
public final class PlanlsSettings implements PersistentStateComponent<PlanlsSettings.Values> {
    /** Public, with public fields: that is what the IDE saves. */
    public static final class Values {
        public String path = "";
        public boolean quietWithoutProgram;
    }

    private Values values = new Values();

    static PlanlsSettings getInstance() {
        return ApplicationManager.getApplication().getService(PlanlsSettings.class);
    }

    String getPath() {
        return values.path;
    }

    void setPath(@NotNull String path) {
        values.path = path.trim();
    }

    /** The user wants to hear no more of a missing program. */
    boolean isQuietWithoutProgram() {
        return values.quietWithoutProgram;
    }

    void setQuietWithoutProgram() {
        values.quietWithoutProgram = true;
    }

    @Override
    public @NotNull Values getState() {
        return values;
    }

    @Override
    public void loadState(@NotNull Values loaded) {
        values = loaded;
    }
}
