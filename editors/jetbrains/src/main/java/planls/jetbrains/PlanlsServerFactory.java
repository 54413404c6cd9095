package planls.jetbrains;

import com.intellij.openapi.project.Project;
import com.redhat.devtools.lsp4ij.LanguageServerFactory;
import com.redhat.devtools.lsp4ij.client.features.LSPClientFeatures;
import com.redhat.devtools.lsp4ij.server.StreamConnectionProvider;
import com.redhat.devtools.lsp4ij.settings.contributors.LanguageServerSettingsContributor;
import com.redhat.devtools.lsp4ij.settings.contributors.LanguageServerSettingsContributorBase;
import org.jetbrains.annotations.NotNull;

/** What plugin.xml names; LSP4IJ does the rest (its LanguageServerFactory, 0.20.1). */
public final class PlanlsServerFactory implements LanguageServerFactory {
    @Override
    public @NotNull StreamConnectionProvider createConnectionProvider(@NotNull Project project) {
        return new PlanlsServer();
    }

    @Override
    public @NotNull LSPClientFeatures createClientFeatures() {
        return new PlanlsFeatures().setSemanticTokensFeature(new PlanColors());
    }

    /** The server asks for the section `planls` (workspace/configuration); LSP4IJ's own client answers from this. */
    @Override
    public LanguageServerSettingsContributor createLanguageServerSettingsContributor() {
        LanguageServerSettingsContributorBase contributor = new LanguageServerSettingsContributorBase();
        contributor.setServerConfigurationContributor(new PlanlsSchema());
        return contributor;
    }
}
