/* card_progress.c: how much of an item or task is done. */
#include "features/card_progress.h"

#include "analysis/progress.h"

/* How many open tasks are named before it says how many more there are. */
#define NAMED_OPEN 3

/* States that are told beside what is done; the rest is simply open. */
static void put_states(struct strbuf *out, const struct progress *progress)
{
    static const struct {
        enum status status;
        const char *words;
    } states[] = {{STATUS_DOING, "in progress"},
                  {STATUS_REVIEW, "in review"},
                  {STATUS_BLOCKED, "blocked"},
                  {STATUS_DEFERRED, "deferred"},
                  {STATUS_UNKNOWN, "unknown"}};
    strbuf_printf(out, "%u of %u done", progress->done, progress->total);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (progress->by[states[i].status])
            strbuf_printf(out, ", %u %s", progress->by[states[i].status], states[i].words);
    if (progress->by[STATUS_CANCELLED])
        strbuf_printf(out, " (%u cancelled)", progress->by[STATUS_CANCELLED]);
}

static bool is_below(const struct model *model, uint32_t item, uint32_t above)
{
    while (item != NO_INDEX && item != above)
        item = model->items.items[item].parent;
    return item == above;
}

/* What is named: the open leaves that serve the item or one below it. */
struct open_tasks {
    struct strbuf *out;
    size_t count;
    const struct document *last; /* whose states these are */
    const enum status *states;
};

static void name_open(struct open_tasks *open, const struct task_of_item *served,
                      struct arena *scratch)
{
    const struct model *model = served->document->model;
    const struct task *task = &model->tasks.items[served->task];
    if (open->last != served->document) {
        open->last = served->document;
        open->states = progress_states(model, scratch);
    }
    enum status state = open->states[served->task];
    if (state == STATUS_NONE || state == STATUS_DONE || state == STATUS_CANCELLED || task->optional)
        return;
    if (open->count++ >= NAMED_OPEN)
        return;
    strbuf_puts(open->out, open->count == 1 ? "; open: " : ", ");
    strbuf_append(open->out, task->title.len ? task->title : task->id);
}

static void put_open(struct strbuf *out, const struct model *model,
                     const struct plan_progress *progress, uint32_t item, struct arena *scratch)
{
    struct open_tasks open = {.out = out};
    for (uint32_t i = 0; i < model->items.len; i++)
        for (uint32_t t = progress->tasks.first[i];
             t < progress->tasks.first[i + 1] && is_below(model, i, item); t++)
            name_open(&open, &progress->tasks.all[t], scratch);
    if (open.count > NAMED_OPEN)
        strbuf_printf(out, " and %zu more", open.count - NAMED_OPEN);
}

void card_progress(const struct planls_workspace *workspace, struct strbuf *out,
                   const struct document *document, uint32_t item, struct arena *scratch)
{
    struct plan_progress all = progress_of(workspace->ws, document, scratch);
    const struct progress *progress = &all.items[item];
    if (progress->total == 0)
        return;
    strbuf_puts(out, "- Tasks: ");
    put_states(out, progress);
    put_open(out, document->model, &all, item, scratch);
    if (all.said[item] != PROGRESS_UNSAID && all.said[item] != (int)progress_percent(progress))
        strbuf_printf(out, "; its status says %d %%, counted are %u %%", all.said[item],
                      progress_percent(progress));
    strbuf_putc(out, '\n');
}

void card_parts(struct strbuf *out, const struct model *model, uint32_t task, struct arena *scratch)
{
    struct progress parts = {0};
    const enum status *states = progress_states(model, scratch);
    uint32_t checks = 0, met = 0;
    for (uint32_t i = task + 1; i < model->tasks.len; i++) {
        const struct task *part = &model->tasks.items[i];
        uint32_t up = part->parent;
        while (up != NO_INDEX && up > task)
            up = model->tasks.items[up].parent;
        if (up != task)
            continue;
        checks += part->criterion;
        met += part->criterion && part->done;
        if (part->criterion || states[i] == STATUS_NONE || part->optional)
            continue;
        parts.by[states[i]]++;
        parts.total += states[i] != STATUS_CANCELLED;
        parts.done += states[i] == STATUS_DONE;
    }
    if (parts.total) {
        strbuf_puts(out, "- Subtasks: ");
        put_states(out, &parts);
        strbuf_putc(out, '\n');
    }
    if (checks)
        strbuf_printf(out, "- Checks: %u of %u met\n", met, checks);
}
