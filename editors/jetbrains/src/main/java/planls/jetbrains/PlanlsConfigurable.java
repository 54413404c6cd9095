package planls.jetbrains;

import com.intellij.openapi.fileChooser.FileChooserDescriptor;
import com.intellij.openapi.options.Configurable;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.project.ProjectManager;
import com.intellij.openapi.ui.TextBrowseFolderListener;
import com.intellij.openapi.ui.TextFieldWithBrowseButton;
import com.intellij.ui.DocumentAdapter;
import com.intellij.ui.components.JBLabel;
import com.intellij.util.ui.FormBuilder;
import com.intellij.util.ui.UIUtil;
import com.redhat.devtools.lsp4ij.LanguageServerManager;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.event.DocumentEvent;
import org.jetbrains.annotations.NotNull;

/** Settings | Languages & Frameworks | planls: where the program is, and which one that makes. */
public final class PlanlsConfigurable implements Configurable {
    private TextFieldWithBrowseButton path;
    private JBLabel found;

    @Override
    public String getDisplayName() {
        return "planls";
    }

    @Override
    public @NotNull JComponent createComponent() {
        path = new TextFieldWithBrowseButton();
        path.addBrowseFolderListener(
                new TextBrowseFolderListener(new FileChooserDescriptor(true, false, false, false, false, false)));
        path.getTextField().getDocument().addDocumentListener(new DocumentAdapter() {
            @Override
            protected void textChanged(@NotNull DocumentEvent event) {
                showFound();
            }
        });
        found = new JBLabel("", UIUtil.ComponentStyle.SMALL, UIUtil.FontColor.BRIGHTER);
        JPanel panel = FormBuilder.createFormBuilder()
                .addLabeledComponent("Program:", path)
                .addComponentToRightColumn(found, 1)
                .addVerticalGap(8)
                .addComponent(new JBLabel("Rules, profile and the rest: Language Servers | planls | Configuration, or"
                        + " .planls.json in the project.", UIUtil.ComponentStyle.SMALL, UIUtil.FontColor.BRIGHTER))
                .addComponentFillVertically(new JPanel(), 0)
                .getPanel();
        reset();
        return panel;
    }

    private void showFound() {
        BinaryLookup.Result result = PlanlsBinary.find(path.getText());
        found.setText(result.program() == null ? "Not found: " + result.where()
                : "Uses " + result.program() + " (" + result.where() + ")");
    }

    @Override
    public boolean isModified() {
        return !path.getText().trim().equals(PlanlsSettings.getInstance().getPath());
    }

    /** Another program: what runs is ended and started anew where plans are open. */
    @Override
    public void apply() {
        PlanlsSettings.getInstance().setPath(path.getText());
        MissingProgram.forget();
        for (Project project : ProjectManager.getInstance().getOpenProjects()) {
            LanguageServerManager.getInstance(project).start("planls");
        }
    }

    @Override
    public void reset() {
        path.setText(PlanlsSettings.getInstance().getPath());
        showFound();
    }

    @Override
    public void disposeUIResources() {
        path = null;
        found = null;
    }
}
