package planls.jetbrains;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the program planls is: as the settings say, else on PATH, else in the plugin. Plain Java, so that it can be
 * tested without an IDE.
 */
public final class BinaryLookup {
    /** The program, or null and why; `where` is for people to read. */
    public record Result(Path program, String where) {}

    private final String system;
    private final String architecture;
    private final Path home;

    /** @param system, architecture as in the system properties os.name and os.arch */
    public BinaryLookup(String system, String architecture, Path home) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.architecture = architecture.toLowerCase(Locale.ROOT);
        this.home = home;
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }

    /** The folder below bin/ with the program for this machine, named as the VS Code extension's packages are. */
    public String target() {
        String name = isWindows() ? "win32" : system.startsWith("mac") ? "darwin" : "linux";
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        return name + (arm ? "-arm64" : "-x64");
    }

    /**
     * A path in the settings counts alone: another program than the one named there would be a surprise.
     *
     * @param setting from the settings, may be empty; `~/` is the home folder
     * @param path the value of PATH, or null
     * @param plugin the plugin's own folder, or null
     */
    public Result find(String setting, String path, Path plugin) {
        String wanted = setting == null ? "" : setting.trim();
        if (!wanted.isEmpty()) {
            Path program = parse(wanted.startsWith("~/") ? home + wanted.substring(1) : wanted);
            return isProgram(program) ? new Result(program, "as the settings say")
                    : new Result(null, "there is no program " + wanted + ", which the settings name");
        }
        String name = isWindows() ? "planls.exe" : "planls";
        for (String folder : (path == null ? "" : path).split(isWindows() ? ";" : File.pathSeparator)) {
            Path program = folder.isBlank() ? null : parse(folder + "/" + name);
            if (isProgram(program)) {
                return new Result(program, "on PATH");
            }
        }
        Path bundled = plugin == null ? null : plugin.resolve("bin").resolve(target()).resolve(name);
        if (bundled != null && Files.isRegularFile(bundled) && (isProgram(bundled) || makeProgram(bundled))) {
            return new Result(bundled, "in the plugin");
        }
        return new Result(null, "there is no " + name + " on PATH");
    }

    private static Path parse(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isProgram(Path path) {
        return path != null && Files.isRegularFile(path) && Files.isExecutable(path);
    }

    /** Unpacking a plugin may lose the permission. */
    private static boolean makeProgram(Path path) {
        return path.toFile().setExecutable(true) && Files.isExecutable(path);
    }
}
