/* plan_view.c: one plan as a picture shows it (planls/plan_view.h). */
#include "features/report.h"

#include <planls/plan_view.h>

static void put_plans(const struct report *r, struct planls_plan_view *out)
{
    size_t count = workspace_count(r->workspace->ws);
    out->plans = arena_array(r->arena, count + 1, sizeof *out->plans);
    for (size_t i = 0; i < count; i++) {
        const struct document *document = workspace_at(r->workspace->ws, i);
        if (report_is_plan(document))
            out->plans[out->plan_count++] =
                (struct planls_plan_name){arena_cstring(r->arena, document->path),
                                          arena_cstring(r->arena, document->model->title)};
    }
}

void planls_plan_view(struct planls_workspace *workspace, const char *path,
                      struct planls_results *results, struct planls_plan_view *out)
{
    struct report r = {workspace, &workspace->settings, results, &results->arena};
    const struct document *document = facade_document(workspace, path);
    *out = (struct planls_plan_view){0};
    out->report.today = workspace->today == DATE_NONE ? PLANLS_NO_DAY : workspace->today;
    out->report.plans = arena_array(r.arena, 1, sizeof *out->report.plans);
    put_plans(&r, out);
    if (!document || !report_is_plan(document))
        return;
    out->report.plan_count = 1;
    report_plan(&r, document, out->report.plans);
    report_risks(&r, document, out->report.plans);
    struct loads loads = {0};
    capacity_of_document(workspace->ws, document, r.arena, &loads);
    report_loads(&r, &loads, &out->report);
}

/* ---- the cursor ------------------------------------------------------------------------------ */

static bool served_at(const struct planls_workspace *workspace, const struct document *document,
                      uint32_t offset, struct target *target)
{
    enum link_via via;
    uint32_t failed, task = model_task_at(document->model, offset);
    return task != NO_INDEX &&
           resolve_task(workspace->ws, document, task, target, &via, &failed) == RESOLVED &&
           target->document && target->item != NO_INDEX && report_is_plan(target->document);
}

bool planls_plan_place_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_plan_place *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return false;
    if (offset > 0 && offset == document->text.bytes.len)
        offset--; /* the end belongs to what stands before it */
    bool plan = report_is_plan(document);
    uint32_t item = plan ? model_item_at(document->model, offset) : NO_INDEX;
    struct target target = {0};
    if (item == NO_INDEX && served_at(workspace, document, offset, &target)) {
        document = target.document;
        item = target.item;
    } else if (!plan) {
        return false;
    }
    *out = (struct planls_plan_place){arena_cstring(&results->arena, document->path),
                                      PLANLS_NO_INDEX, NULL};
    if (item != NO_INDEX) {
        struct document_keys keys;
        workspace_keys(document, &results->arena, &keys);
        out->item = item;
        out->key = arena_cstring(&results->arena, keys.items[item]);
    }
    return true;
}
