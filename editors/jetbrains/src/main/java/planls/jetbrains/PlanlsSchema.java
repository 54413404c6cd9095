package planls.jetbrains;

import com.redhat.devtools.lsp4ij.settings.contributors.ServerConfigurationContributor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The server's settings in LSP4IJ's Configuration tab: nothing set, every key known and completed. */
final class PlanlsSchema implements ServerConfigurationContributor {
    @Override
    public String getDefaultConfigurationContent() {
        return "{\n  \"planls\": {}\n}\n";
    }

    @Override
    public String getDefaultConfigurationSchemaContent() {
        // build.gradle.kts puts the template's schema there.
        try (InputStream schema = PlanlsSchema.class.getResourceAsStream("/planls/settings.schema.json")) {
            return schema == null ? "{}" : new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
