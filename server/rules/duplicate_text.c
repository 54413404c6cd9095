/* duplicate_text.c: a whole document, or a long section of one, that stands in the file twice. */
#include "rules/rule.h"

#include <stdlib.h>

/* What is shorter may be said twice on purpose: a checklist under each phase. */
#define LONG_LINES 15
#define LONG_BYTES 600

struct section {
    uint32_t heading;
    struct slice text;
};

static bool has_many_lines(struct slice text)
{
    struct slice_split lines = {text, false};
    struct slice line;
    size_t count = 0;
    while (count < LONG_LINES && slice_split_next(&lines, '\n', &line))
        count += slice_trim(line).len > 0;
    return count == LONG_LINES;
}

static int compare_sections(const void *a, const void *b)
{
    const struct section *x = a, *y = b;
    if (x->text.len != y->text.len)
        return x->text.len < y->text.len ? -1 : 1;
    int order = slice_compare(x->text, y->text);
    return order ? order : (x->heading > y->heading) - (x->heading < y->heading);
}

/* Per heading: the first one whose section has the same text, or itself. Only sections of one length are
 * compared, so most are never looked into. */
static uint32_t *first_copies(struct check *check)
{
    const struct model *model = check->model;
    size_t count = model->headings.len;
    uint32_t *first = arena_array(check->arena, count + 1, sizeof *first);
    struct section *sections = arena_array(check->arena, count + 1, sizeof *sections);
    size_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct heading *heading = &model->headings.items[i];
        struct slice text = slice_trim(span_slice(check->text, heading->section));
        first[i] = i;
        if (!heading->nested && text.len >= LONG_BYTES)
            sections[found++] = (struct section){i, text};
    }
    if (found)
        qsort(sections, found, sizeof *sections, compare_sections);
    for (size_t i = 1; i < found; i++)
        if (slice_equal(sections[i].text, sections[i - 1].text) && has_many_lines(sections[i].text))
            first[sections[i].heading] = first[sections[i - 1].heading];
    return first;
}

static unsigned line_of(const struct check *check, uint32_t offset)
{
    return text_line_of(&check->document->text, offset) + 1;
}

static void check_duplicate_text(struct check *check)
{
    const struct model *model = check->model;
    const uint32_t *first = first_copies(check);
    uint32_t spoken = 0; /* everything before it has been spoken of */
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct heading *copy = &model->headings.items[i];
        if (first[i] == i || copy->span.start < spoken)
            continue;
        const struct heading *original = &model->headings.items[first[i]];
        spoken = copy->section.end;
        struct planls_diagnostic *diagnostic = report(
            check, copy->title_span,
            "This section stands in the file twice, word for word: from line %u and from line "
            "%u, so a change to one is missed in the other",
            line_of(check, original->span.start), line_of(check, copy->span.start));
        report_related(check, diagnostic, check->document, original->title_span,
                       "the same text, first");
    }
}

RULE(duplicate_text) = {
    .name = "duplicate-text",
    .summary = "a whole document or a long section stands in the file twice",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_duplicate_text,
};
