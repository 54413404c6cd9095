package planls.jetbrains.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fresh folder for one test. */
final class Workspace implements AutoCloseable {
    final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    static Workspace empty() {
        try {
            return new Workspace(Files.createTempDirectory("planls").toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Workspace copyOf(Path folder) {
        Workspace made = empty();
        for (Path file : files(folder).toList()) {
            Wire.write(made.root.resolve(folder.relativize(file).toString()), Wire.read(file));
        }
        return made;
    }

    Path write(String name, String text) {
        Path path = root.resolve(name);
        Wire.write(path, text);
        return path;
    }

    /** Every file's text by its path. */
    Map<String, String> texts() {
        Map<String, String> all = new TreeMap<>();
        files(root).forEach(file -> all.put(root.relativize(file).toString(), Wire.read(file)));
        return all;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
