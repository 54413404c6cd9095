package planls.jetbrains;

import com.intellij.ide.structureView.StructureViewBuilder;
import com.intellij.lang.LanguageStructureViewBuilder;
import com.intellij.lang.PsiStructureViewFactory;
import com.intellij.psi.PsiFile;
import com.redhat.devtools.lsp4ij.features.documentSymbol.LSPDocumentSymbolStructureViewFactory;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/**
 * The plan's outline where the server has one, and else what the IDE has for Markdown: it asks only the first factory
 * of a language (LanguageStructureViewBuilder), and LSP4IJ's gives nothing while no server runs.
 */
public final class PlanStructureViewFactory implements PsiStructureViewFactory {
    private final PsiStructureViewFactory plan = new LSPDocumentSymbolStructureViewFactory();

    @Override
    public @Nullable StructureViewBuilder getStructureViewBuilder(@NotNull PsiFile file) {
        StructureViewBuilder builder = plan.getStructureViewBuilder(file);
        if (builder != null) {
            return builder;
        }
        for (PsiStructureViewFactory other : LanguageStructureViewBuilder.getInstance().allForLanguage(file.getLanguage())) {
            StructureViewBuilder its = other instanceof PlanStructureViewFactory ? null : other.getStructureViewBuilder(file);
            if (its != null) {
                return its;
            }
        }
        return null;
    }
}
