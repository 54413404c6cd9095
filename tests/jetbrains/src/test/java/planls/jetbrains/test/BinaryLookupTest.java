package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planls.jetbrains.BinaryLookup;

/** Settings, then PATH, then the plugin's own. */
class BinaryLookupTest {
    private final Workspace workspace = Workspace.empty();
    private final BinaryLookup linux = new BinaryLookup("Linux", "amd64", workspace.root);
    private final BinaryLookup windows = new BinaryLookup("Windows 11", "amd64", workspace.root);

    @AfterEach
    void end() {
        workspace.close();
    }

    private Path program(String name) {
        Path path = workspace.write(name, "#!/bin/sh\n");
        assertTrue(path.toFile().setExecutable(true));
        return path;
    }

    private String folder(String name) {
        return workspace.root.resolve(name).toString();
    }

    @Test
    void pathInTheSettingsCountsAlone() {
        Path own = program("own tools/planls");
        program("bin/planls");
        assertEquals(own, linux.find(" " + own + " ", folder("bin"), null).program());
        assertEquals(own, linux.find("~/own tools/planls", folder("bin"), null).program());
        BinaryLookup.Result wrong = linux.find(folder("nowhere/planls"), folder("bin"), null);
        assertNull(wrong.program());
        assertTrue(wrong.where().contains("nowhere/planls"), wrong.where());
        assertNull(linux.find("a\0b", folder("bin"), null).program());
    }

    @Test
    void firstOnPathThatCanBeRun() {
        workspace.write("a/planls", "not a program");
        workspace.write("b/planls/file", "a folder");
        Path third = program("c/planls");
        program("d/planls");
        String path = String.join(File.pathSeparator, "", folder("a"), folder("b"), folder("c"), folder("d"));
        assertEquals(third, linux.find("", path, null).program());
        assertEquals(third, linux.find(null, path, null).program());
    }

    @Test
    void bundledLastAndMadeRunnable() {
        Path bundled = workspace.write("plugin/bin/linux-x64/planls", "#!/bin/sh\n");
        assertEquals(bundled, linux.find("", folder("empty"), workspace.root.resolve("plugin")).program());
        assertTrue(bundled.toFile().canExecute());
        Path onPath = program("bin/planls");
        assertEquals(onPath, linux.find("", folder("bin"), workspace.root.resolve("plugin")).program());
    }

    @Test
    void nothingAnywhere() {
        BinaryLookup.Result none = linux.find("", null, workspace.root);
        assertNull(none.program());
        assertEquals("there is no planls on PATH", none.where());
        assertEquals("there is no planls.exe on PATH", windows.find("", folder("bin"), null).where());
    }

    @Test
    void targets() {
        assertEquals("linux-x64", linux.target());
        assertEquals("win32-x64", windows.target());
        assertEquals("darwin-arm64", new BinaryLookup("Mac OS X", "aarch64", workspace.root).target());
        assertEquals("linux-arm64", new BinaryLookup("Linux", "arm64", workspace.root).target());
    }

    @Test
    void windowsPathsAndNames() {
        Path program = program("bin/planls.exe");
        assertEquals(program, windows.find("", folder("empty") + ";" + folder("bin"), null).program());
    }
}
