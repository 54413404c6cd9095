package planls.jetbrains;

import com.intellij.psi.PsiFile;
import com.redhat.devtools.lsp4ij.client.features.LSPSemanticTokensFeature;
import org.jetbrains.annotations.NotNull;

/**
 * Labels, people, money and weeks in colour. LSP4IJ colours a language's file leaf by leaf; what means something in a
 * plan does not end where Markdown's leaves do, so that it is coloured as one, the way LSP4IJ does plain text
 * (its LSPSemanticTokensHighlightVisitor).
 */
final class PlanColors extends LSPSemanticTokensFeature {
    @Override
    public boolean shouldVisitPsiElement(@NotNull PsiFile file) {
        return false;
    }
}
