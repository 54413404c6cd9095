/* settings.c: settings without any configuration, and globs. */
#include "model/settings.h"

void settings_init(struct settings *settings)
{
    static const struct slice files[] = {SLICE_INIT("**/*.[mM][dD]"),
                                         SLICE_INIT("**/*.[mM][aA][rR][kK][dD][oO][wW][nN]")};
    static const struct slice exclude[] = {SLICE_INIT("**/node_modules/**"),
                                           SLICE_INIT("**/.git/**")};
    static const struct slice plans[] = {SLICE_INIT("plan.md"), SLICE_INIT("**/plan.md"),
                                         SLICE_INIT("docs/plans/**")};
    static const struct slice tasks[] = {SLICE_INIT("tasks/**"), SLICE_INIT("**/tasks.md")};
    *settings = (struct settings){
        .profile = PROFILE_STANDARD,
        .start = DATE_NONE,
        .files = files,
        .file_count = sizeof files / sizeof *files,
        .exclude = exclude,
        .exclude_count = sizeof exclude / sizeof *exclude,
        .plans = plans,
        .plan_count = sizeof plans / sizeof *plans,
        .tasks = tasks,
        .task_count = sizeof tasks / sizeof *tasks,
        .currency = SLICE("USD"),
        .workdays = {true, true, true, true, true, false, false},
    };
}
