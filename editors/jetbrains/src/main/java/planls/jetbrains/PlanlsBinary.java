package planls.jetbrains;

import com.intellij.openapi.application.PathManager;
import com.intellij.util.EnvironmentUtil;
import java.nio.file.Path;

/** The program, as this IDE finds it. */
final class PlanlsBinary {
    private PlanlsBinary() {}

    static BinaryLookup.Result find() {
        return find(PlanlsSettings.getInstance().getPath());
    }

    /** The same, as if this were in the settings. */
    static BinaryLookup.Result find(String setting) {
        BinaryLookup lookup = new BinaryLookup(System.getProperty("os.name"), System.getProperty("os.arch"),
                Path.of(System.getProperty("user.home")));
        // On macOS the IDE's own PATH is not that of a terminal; this one is.
        return lookup.find(setting, EnvironmentUtil.getValue("PATH"), pluginFolder());
    }

    /** The plugin is a folder with lib/planls-VERSION.jar, which this class comes from. */
    private static Path pluginFolder() {
        String jar = PathManager.getJarPathForClass(PlanlsBinary.class);
        Path lib = jar == null ? null : Path.of(jar).getParent();
        return lib == null ? null : lib.getParent();
    }
}
