package planls.jetbrains;

import com.intellij.notification.NotificationAction;
import com.intellij.notification.NotificationGroupManager;
import com.intellij.notification.NotificationType;
import com.intellij.openapi.options.ShowSettingsUtil;
import com.intellij.openapi.project.Project;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once in a session that the program is missing, and what to do. */
final class MissingProgram {
    private static final AtomicBoolean told = new AtomicBoolean();

    private MissingProgram() {}

    static void tell(Project project, String why) {
        if (PlanlsSettings.getInstance().isQuietWithoutProgram() || told.getAndSet(true)) {
            return;
        }
        NotificationGroupManager.getInstance()
                .getNotificationGroup("planls")
                .createNotification("planls is not installed",
                        "Plans are not checked: " + why + ". Install planls, or say where it is.",
                        NotificationType.WARNING)
                .addAction(NotificationAction.createSimple("Say where it is…",
                        () -> ShowSettingsUtil.getInstance().showSettingsDialog(project, PlanlsConfigurable.class)))
                .addAction(NotificationAction.createSimpleExpiring("Don't show again",
                        () -> PlanlsSettings.getInstance().setQuietWithoutProgram()))
                .notify(project);
    }

    /** The user has said something new: if that is wrong, too, it is worth a word. */
    static void forget() {
        told.set(false);
    }
}
