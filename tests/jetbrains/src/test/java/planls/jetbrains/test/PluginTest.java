package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jetbrains.plugin.structure.base.plugin.PluginCreationResult;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationSuccess;
import com.jetbrains.plugin.structure.intellij.plugin.IdePlugin;
import com.jetbrains.plugin.structure.intellij.plugin.IdePluginManager;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** editors/jetbrains as far as it can be looked at without an IDE: its descriptor, its names, its sources' syntax. */
class PluginTest {
    private static final Path FOLDER = Wire.SOURCE.resolve("editors/jetbrains");
    private static final Path RESOURCES = FOLDER.resolve("src/main/resources");
    private static final Path JAVA = FOLDER.resolve("src/main/java");
    private static final List<String> DESCRIPTORS = List.of("plugin.xml", "planls-markdown.xml");

    /** A line of known.txt. */
    private record Known(String kind, String name, Set<String> parts, String file) {}

    private static Map<String, Known> known() throws IOException {
        Map<String, Known> all = new TreeMap<>();
        try (InputStream stream = PluginTest.class.getResourceAsStream("/known.txt")) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] halves = line.split(" \\| ");
                    List<String> words = List.of(halves[0].split(" "));
                    Known one = new Known(words.get(0), words.get(1), Set.copyOf(words.subList(2, words.size())), halves[1]);
                    all.put(one.name(), one);
                }
            }
        }
        return all;
    }

    private static Element descriptor(String name) throws Exception {
        try (InputStream stream = Files.newInputStream(RESOURCES.resolve("META-INF").resolve(name))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
        }
    }

    private static List<Element> children(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && (tag == null || tag.equals(element.getTagName()))) {
                found.add(element);
            }
        }
        return found;
    }

    /** Every extension of both descriptors by the full name of its point. */
    private static Map<Element, String> extensions() throws Exception {
        Map<Element, String> all = new java.util.LinkedHashMap<>();
        for (String name : DESCRIPTORS) {
            for (Element block : children(descriptor(name), "extensions")) {
                for (Element one : children(block, null)) {
                    all.put(one, block.getAttribute("defaultExtensionNs") + "." + one.getTagName());
                }
            }
        }
        return all;
    }

    /** With what the build fills in: version and range of IDEs. */
    private static String filledIn() throws IOException {
        Properties values = new Properties();
        try (InputStream stream = Files.newInputStream(FOLDER.resolve("gradle.properties"))) {
            values.load(stream);
        }
        String filling = "<version>" + values.getProperty("pluginVersion") + "</version><idea-version since-build=\""
                + values.getProperty("pluginSinceBuild") + "\"/>\n  <depends>";
        return Wire.read(RESOURCES.resolve("META-INF/plugin.xml")).replaceFirst("<depends>", filling);
    }

    @Test
    void jetbrainsOwnReaderTakesIt() throws IOException {
        try (Workspace workspace = Workspace.empty()) {
            Path jar = workspace.root.resolve("planls/lib/planls.jar");
            Files.createDirectories(jar.getParent());
            try (OutputStream stream = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(stream);
                    Stream<Path> files = Files.walk(RESOURCES)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    zip.putNextEntry(new ZipEntry(RESOURCES.relativize(file).toString()));
                    zip.write(file.endsWith("plugin.xml") ? filledIn().getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(file));
                    zip.closeEntry();
                }
            }
            PluginCreationResult<IdePlugin> result = IdePluginManager.createManager().createPlugin(workspace.root.resolve("planls"));
            IdePlugin plugin = assertInstanceOf(PluginCreationSuccess.class, result, result::toString) == null ? null
                    : ((PluginCreationSuccess<IdePlugin>) result).getPlugin();
            assertEquals("planls", plugin.getPluginId());
            assertEquals(List.of(), ((PluginCreationSuccess<IdePlugin>) result).getWarnings());
            Set<String> depends = new TreeSet<>();
            plugin.getDependencies().forEach(one -> depends.add(one.getId() + (one.isOptional() ? "?" : "")));
            assertEquals(Set.of("com.intellij.modules.platform", "com.redhat.devtools.lsp4ij",
                    "org.intellij.plugins.markdown?"), depends);
            assertEquals(1, plugin.getOptionalDescriptors().size(), "planls-markdown.xml was read");
        }
    }

    @Test
    void everyExtensionPointAndAttributeIsKnown() throws Exception {
        Map<String, Known> known = known();
        for (Map.Entry<Element, String> extension : extensions().entrySet()) {
            Known point = known.get(extension.getValue());
            assertTrue(point != null && point.kind().equals("point"), extension.getValue());
            for (int i = 0; i < extension.getKey().getAttributes().getLength(); i++) {
                Node attribute = extension.getKey().getAttributes().item(i);
                assertTrue(point.parts().contains(attribute.getNodeName()), extension.getValue() + " " + attribute);
            }
            children(extension.getKey(), null).forEach(tag -> assertTrue(point.parts().contains(tag.getTagName()), tag.getTagName()));
        }
    }

    @Test
    void everyClassAndFileIsThere() throws Exception {
        Map<String, Known> known = known();
        Set<String> classes = new TreeSet<>();
        for (Element extension : extensions().keySet()) {
            for (String attribute : List.of("factoryClass", "implementationClass", "serviceImplementation", "instance")) {
                classes.add(extension.getAttribute(attribute));
            }
            String icon = extension.getAttribute("icon");
            assertTrue(Files.exists(RESOURCES.resolve("." + icon)), icon);
        }
        for (Element actions : children(descriptor("plugin.xml"), "actions")) {
            children(actions, "action").forEach(action -> classes.add(action.getAttribute("class")));
        }
        classes.remove("");
        for (String name : classes) {
            boolean ours = name.startsWith("planls.");
            assertTrue(ours ? Files.exists(JAVA.resolve(name.replace('.', '/') + ".java")) : known.containsKey(name), name);
        }
        for (Element depends : children(descriptor("plugin.xml"), "depends")) {
            String file = depends.getAttribute("config-file");
            assertTrue(file.isEmpty() || DESCRIPTORS.contains(file), file);
        }
        assertEquals("planls.showPlaces", children(children(descriptor("plugin.xml"), "actions").get(0), "action").get(0)
                .getAttribute("id"), "the command that a lens runs by default");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The compiler's own parser; types are another matter (typecheck.sh, the build with Gradle). */
    @Test
    void sourcesParseAndImportWhatIsKnown() throws Exception {
        Map<String, Known> known = known();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(problems, null, null)) {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, files, problems,
                    List.of("-proc:none", "--release", "17"), null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                for (ImportTree one : unit.getImports()) {
                    String name = one.getQualifiedIdentifier().toString();
                    assertTrue(!name.startsWith("com.redhat.") || known.containsKey(name), name);
                }
            }
        }
        assertEquals(List.of(), problems.getDiagnostics());
    }

    @Test
    void whatIsKnownIsTrue() throws IOException {
        String checkout = System.getProperty("lsp4ij.source", "");
        assumeTrue(!checkout.isEmpty(), "no checkout of LSP4IJ (-Dlsp4ij.source=FOLDER, tag 0.20.1)");
        Path root = Path.of(checkout, "src/main");
        String descriptor = Wire.read(root.resolve("resources/META-INF/plugin.xml"));
        for (Known one : known().values()) {
            if (one.name().startsWith("com.intellij.")) {
                String tag = "<" + one.name().substring("com.intellij.".length());
                assertTrue(one.file().startsWith("platform/") || descriptor.contains(tag), tag);
                continue;
            }
            String source = Wire.read(root.resolve("java/com/redhat/devtools/lsp4ij").resolve(one.file()));
            String mark = one.kind().equals("point") ? "\"" : " ";
            for (String part : one.parts()) {
                String wanted = one.kind().equals("point") ? mark + part + mark : mark + part + "(";
                assertTrue(source.contains(wanted), wanted + " in " + one.file());
            }
            assertTrue(!one.kind().equals("point")
                    || descriptor.contains("name=\"" + one.name().substring(one.name().lastIndexOf('.') + 1) + "\""), one.name());
        }
    }
}
