/* skipped_heading_level.c: a heading two levels below the one it stands under. */
#include "rules/rule.h"

/* Per level: how many headings stand one level below a heading of that level, and how many deeper. */
struct steps_used {
    uint32_t below[8], skipping[8];
};

static struct steps_used steps_used(const struct model *model)
{
    struct steps_used used = {{0}, {0}};
    for (size_t i = 0; i < model->headings.len; i++) {
        const struct heading *heading = &model->headings.items[i];
        if (heading->nested || heading->parent == NO_INDEX)
            continue;
        const struct heading *parent = &model->headings.items[heading->parent];
        if (heading->level == parent->level + 1)
            used.below[parent->level]++;
        else
            used.skipping[parent->level]++;
    }
    return used;
}

/* Takes `count` marks off a heading; setext ones have none to take and are never so deep. */
static void raise_heading(struct check *check, struct planls_fix *fix,
                          const struct heading *heading, unsigned count)
{
    struct slice line = span_slice(check->text, heading->span);
    size_t marks = slice_find_byte(line, '#');
    if (marks == SLICE_NONE || heading->level <= count)
        return;
    uint32_t at = heading->span.start + (uint32_t)marks;
    fix_edit(check, fix, check->document, (struct span){at, at + count}, SLICE(""));
}

/* All of the parent's skipping sections go up together, with what stands below them. */
static void add_fix(struct check *check, struct planls_diagnostic *diagnostic, uint32_t first)
{
    const struct model *model = check->model;
    const struct heading *heading = &model->headings.items[first];
    const struct heading *parent = &model->headings.items[heading->parent];
    unsigned count = (unsigned)(heading->level - parent->level - 1);
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Raise it to level %d", heading->level - (int)count);
    for (uint32_t i = first; i < model->headings.len; i++) {
        const struct heading *h = &model->headings.items[i];
        if (h->span.start >= parent->section.end || h->level < heading->level)
            break;
        if (!h->nested)
            raise_heading(check, fix, h, count);
    }
}

static void check_skipped_heading_level(struct check *check)
{
    const struct model *model = check->model;
    struct steps_used used = steps_used(model);
    uint32_t said = NO_INDEX; /* the parent last spoken of */
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct heading *heading = &model->headings.items[i];
        if (heading->nested || heading->parent == NO_INDEX || heading->parent == said)
            continue;
        const struct heading *parent = &model->headings.items[heading->parent];
        /* A plan that mostly leaves the level out does so on purpose. */
        if (heading->level <= parent->level + 1 ||
            used.skipping[parent->level] > used.below[parent->level])
            continue;
        said = heading->parent;
        struct planls_diagnostic *diagnostic =
            report(check, heading->title_span,
                   "This heading of level %d stands under one of level %d, so level %d is left out",
                   heading->level, parent->level, parent->level + 1);
        report_related(check, diagnostic, check->document, parent->title_span,
                       "the heading it stands under");
        add_fix(check, diagnostic, i);
    }
}

RULE(skipped_heading_level) = {
    .name = "skipped-heading-level",
    .summary = "a heading stands two levels below the one above it",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_skipped_heading_level,
};
