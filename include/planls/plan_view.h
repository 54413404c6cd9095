/* plan_view.h: what a picture of a plan beside its text shows, and which item a cursor is at.
 *
 * The picture is a report (report.h) of one plan; what it costs is linear in the plan and in what names
 * something or somebody of it.
 */
#ifndef PLANLS_PLAN_VIEW_H
#define PLANLS_PLAN_VIEW_H

#include <planls/report.h>

struct planls_plan_name {
    const char *path, *title; /* the title may be empty */
};

struct planls_plan_view {
    struct planls_report report;    /* of the document's plan; without plans where it is none */
    struct planls_plan_name *plans; /* all of the workspace, by path */
    size_t plan_count;
};

/* The document is one that is loaded, else the view holds no more than the plans there are. Loads are of
 * those who work on the plan, with all they do elsewhere. */
void planls_plan_view(struct planls_workspace *workspace, const char *path,
                      struct planls_results *results, struct planls_plan_view *out);

struct planls_plan_place {
    const char *path; /* of the plan */
    uint32_t item;   /* in struct planls_report_plan's items, or PLANLS_NO_INDEX: in none of them */
    const char *key; /* the item's, or NULL */
};

/* In a plan the innermost item at the offset; elsewhere the item of a plan that the task there serves.
 * False where the offset is in neither. */
bool planls_plan_place_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_plan_place *out);

#endif
