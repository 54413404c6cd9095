/* completion_tag.c: how a task says what it serves in the dialects of specifications: `[US1]` behind its
 * id, `_Requirements: 1.1, 2.3_` below it; and the number that the next task gets.
 */
#include "features/completion.h"

#include <string.h>

/* ---- _Requirements: ‸_ ----------------------------------------------------------------------- */

/* What has been typed, and what stands behind it in the list. */
struct listing {
    struct slice list; /* from the colon to the closing mark */
    bool any;
};

static bool is_listed(struct slice list, struct slice number)
{
    size_t at = 0;
    while (at < list.len) {
        struct slice rest = slice_from(list, at);
        size_t comma = slice_find_byte(rest, ',');
        struct slice one = slice_trim(comma == SLICE_NONE ? rest : slice_sub(rest, 0, comma));
        if (slice_equal(one, number))
            return true;
        at = comma == SLICE_NONE ? list.len : at + comma + 1;
    }
    return false;
}

static void add_number(struct completing *c, const struct listing *listing,
                       const struct document *document, uint32_t item, const char *number,
                       struct slice detail)
{
    if (is_listed(listing->list, slice_of(number)) || !completing_fits(c, slice_of(number)))
        return;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_ITEM, slice_of(number), slice_of(number));
    if (!completion)
        return;
    completion->detail = arena_cstring(c->arena, detail);
    completion_about(c, completion, PLANLS_ABOUT_ITEM, document, item,
                     document->model->items.items[item].title);
}

/* Its requirements and what they ask for, in their order. The first document that has any is the
 * specification's: others have the same numbers. */
static bool add_requirements(struct completing *c, const struct document *document, void *context)
{
    struct listing *listing = context;
    for (uint32_t i = 0; i < document->model->items.len; i++) {
        const struct item *item = &document->model->items.items[i];
        if (item->kind != ITEM_REQUIREMENT || item->number.len == 0)
            continue;
        listing->any = true;
        for (size_t k = 0; k < item->criteria.len; k++)
            add_number(c, listing, document, i,
                       arena_printf(c->arena, "%.*s.%zu", SLICE_ARG(item->number), k + 1),
                       item->criteria.items[k].text);
        add_number(c, listing, document, i, arena_cstring(c->arena, item->number), item->title);
    }
    return !listing->any;
}

/* "_Requirements: …_", half typed, where other tasks have such a line. */
static void complete_label(struct completing *c, uint32_t start, struct slice label)
{
    struct snippet snippet;
    uint32_t end = c->offset;
    while (end < c->line.end && c->bytes.ptr[end] == '_') /* closed by the editor */
        end++;
    completing_from(c, start, end);
    c->closed = c->end;
    snippet_init(&snippet);
    snippet_text(&snippet, label);
    snippet_text(&snippet, SLICE(" "));
    snippet_stop(&snippet, SLICE(""));
    snippet_text(&snippet, SLICE("_"));
    struct planls_completion *completion =
        snippet_add(c, &snippet, PLANLS_COMPLETION_FIELD, slice_sub(label, 1, label.len - 1));
    if (completion)
        completion->filter = arena_cstring(c->arena, label);
}

bool complete_requirements(struct completing *c)
{
    static const char *const labels[] = {"_Requirements:", "_Requirement:", "_requirements:"};
    struct slice head = slice_trim_start(c->head);
    uint32_t start = c->offset - (uint32_t)head.len;
    if (slice_starts(head, SLICE("- ")) || slice_starts(head, SLICE("* ")))
        start += 2;
    struct slice rest = span_slice(c->bytes, (struct span){start, c->offset});
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (rest.len && slice_starts(slice_of(labels[i]), rest) &&
            slice_contains(c->bytes, slice_of(labels[i])) && rest.len < slice_of(labels[i]).len) {
            complete_label(c, start, slice_of(labels[i]));
            return true;
        }
        if (!slice_starts(rest, slice_of(labels[i])))
            continue;
        uint32_t from = start + (uint32_t)strlen(labels[i]), end = c->offset;
        while (end < c->line.end && c->bytes.ptr[end] != '_')
            end++;
        if (!completing_wants(c, " :"))
            return true;
        struct span part = completing_part(c, from, end, ",");
        struct span before = {from, part.start}, behind = {part.end, end};
        struct listing listing = {
            slice_of(arena_printf(c->arena, "%.*s,%.*s", SLICE_ARG(span_slice(c->bytes, before)),
                                  SLICE_ARG(span_slice(c->bytes, behind)))),
            false};
        completing_from(c, part.start, part.end);
        completing_visit(c, &listing, add_requirements);
        return true;
    }
    return false;
}

/* ---- [US‸] ----------------------------------------------------------------------------------- */

static bool add_stories(struct completing *c, const struct document *document, void *context)
{
    bool *any = context;
    for (uint32_t i = 0; i < document->model->items.len; i++) {
        const struct item *item = &document->model->items.items[i];
        if (item->kind != ITEM_STORY || item->number.len == 0)
            continue;
        *any = true;
        const char *name = arena_printf(c->arena, "US%.*s", SLICE_ARG(item->number));
        struct planls_completion *completion =
            completing_fits(c, slice_of(name))
                ? completing_add(c, PLANLS_COMPLETION_ITEM, slice_of(name),
                                 slice_of(arena_printf(c->arena, "%s]", name)))
                : NULL;
        if (!completion)
            continue;
        completion->detail = arena_cstring(c->arena, item->title);
        completion_about(c, completion, PLANLS_ABOUT_ITEM, document, i, item->title);
    }
    return !*any;
}

/* Do tasks of this document say so? Those of a specification do. */
static bool are_tags_usual(const struct model *model)
{
    for (size_t i = 0; i < model->tasks.len; i++) {
        if (model->tasks.items[i].dialect == DIALECT_SPEC_KIT)
            return true;
        for (size_t k = 0; k < model->tasks.items[i].claims.len; k++)
            if (model->tasks.items[i].claims.items[k].via == VIA_TAG)
                return true;
    }
    return false;
}

/* [P], before any story, where other tasks have it. */
static void add_parallel(struct completing *c, size_t open)
{
    bool usual = false;
    for (size_t i = 0; i < c->model->tasks.len; i++)
        usual = usual || (c->model->tasks.items[i].parallel &&
                          !span_touches(c->model->tasks.items[i].span, c->offset));
    struct slice before = slice_sub(c->head, 0, open);
    if (!usual || slice_contains(before, SLICE("[P]")) || slice_contains(before, SLICE("[US")) ||
        !completing_fits(c, SLICE("P")))
        return;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_VALUE, SLICE("P"), SLICE("P]"));
    if (completion)
        completion->detail = "can be done beside others";
}

bool complete_story(struct completing *c)
{
    size_t open = slice_find_last_byte(c->head, '[');
    struct slice typed = slice_from(c->head, open == SLICE_NONE ? c->head.len : open + 1);
    bool tag = typed.len <= 6 &&
               (typed.len == 0 || slice_is_nocase(typed, "P") ||
                slice_starts_nocase(SLICE("US"), typed) || slice_starts_nocase(typed, SLICE("US")));
    uint32_t task = model_task_at(c->model, c->offset);
    if (open == SLICE_NONE || open < 4 || !tag || task == NO_INDEX ||
        c->line.start + open < c->model->tasks.items[task].box.end || !are_tags_usual(c->model) ||
        !completing_wants(c, "["))
        return false;
    bool any = false;
    completing_from(c, c->line.start + (uint32_t)open + 1, c->offset);
    completing_close(c, "]");
    add_parallel(c, open);
    completing_visit(c, &any, add_stories);
    return any || c->out->len > 0;
}

/* ---- the next number ----------------------------------------------------------------------------- */

struct pattern {
    struct slice prefix; /* "T" of T014 */
    size_t digits;       /* 3 */
    bool dot;            /* "4. Title" */
    uint32_t highest;
    size_t count;
};

/* "T014" as prefix, digits and number. */
static bool read_id(struct slice id, struct pattern *out)
{
    size_t at = id.len;
    while (at > 0 && ascii_is_digit(id.ptr[at - 1]))
        at--;
    *out = (struct pattern){.prefix = slice_sub(id, 0, at), .digits = at ? id.len - at : 1};
    return at < id.len && (at == 0 || id.ptr[at - 1] != '.') &&
           slice_to_u32(slice_from(id, at), &out->highest);
}

/* How the boxes of this document are numbered, if most of those before are. */
static bool find_pattern(const struct completing *c, struct pattern *pattern)
{
    size_t boxes = 0;
    *pattern = (struct pattern){.count = 0};
    for (size_t i = 0; i < c->model->tasks.len; i++) {
        const struct task *task = &c->model->tasks.items[i];
        struct pattern own;
        if (task->source != TASK_FROM_BOX || task->criterion || span_touches(task->span, c->offset))
            continue;
        boxes += !slice_contains(task->id, SLICE(".")); /* a part has a number of its own kind */
        if (!read_id(task->id, &own) ||
            (pattern->count && !slice_equal(own.prefix, pattern->prefix)))
            continue;
        own.dot = task->id_span.end < c->bytes.len && c->bytes.ptr[task->id_span.end] == '.';
        own.count = pattern->count + 1;
        own.highest = own.highest > pattern->highest ? own.highest : pattern->highest;
        *pattern = own;
    }
    return pattern->count >= 2 && pattern->count * 2 > boxes;
}

/* "2.2 " below task 2.1, and "2.1 " below task 2 where parts of tasks are indented like the cursor's line. */
static void add_part(struct completing *c, struct slice typed)
{
    const struct task *above = NULL;
    bool parts = false;
    size_t indent = c->head.len - slice_trim_start(c->head).len;
    for (size_t i = 0; i < c->model->tasks.len; i++) {
        const struct task *task = &c->model->tasks.items[i];
        if (task->source != TASK_FROM_BOX || span_touches(task->span, c->offset))
            continue;
        struct slice line =
            span_slice(c->bytes, text_line(&c->document->text,
                                           text_line_of(&c->document->text, task->span.start)));
        parts = parts || (slice_contains(task->id, SLICE(".")) &&
                          line.len - slice_trim_start(line).len == indent);
        if (task->span.start < c->line.start)
            above = task;
    }
    if (!parts || !above || !ascii_is_digit(above->id.len ? above->id.ptr[0] : ' '))
        return;
    size_t dot = slice_find_last_byte(above->id, '.');
    uint32_t number = 0;
    if (dot != SLICE_NONE && !slice_to_u32(slice_from(above->id, dot + 1), &number))
        return;
    struct slice whole = slice_sub(above->id, 0, dot == SLICE_NONE ? above->id.len : dot);
    const char *id = arena_printf(c->arena, "%.*s.%u", SLICE_ARG(whole), number + 1);
    if (!slice_starts(slice_of(id), typed))
        return;
    bool spaced = c->tail.len && c->tail.ptr[0] == ' ';
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_TASK, slice_of(id),
                       slice_of(arena_printf(c->arena, "%s%s", id, spaced ? "" : " ")));
    if (completion)
        completion->detail = "the next part";
}

bool complete_task_id(struct completing *c)
{
    size_t close = slice_find(c->head, SLICE("] "));
    size_t bullet = completing_bullet(c->head);
    if (close == SLICE_NONE || bullet == SLICE_NONE || close != bullet + 2 ||
        c->head.ptr[bullet] != '[')
        return false;
    struct pattern pattern;
    struct slice typed = slice_from(c->head, close + 2);
    completing_from(c, c->line.start + (uint32_t)close + 2, c->offset);
    if (slice_find_byte(typed, ' ') == SLICE_NONE && completing_wants(c, " -"))
        add_part(c, typed);
    bool letter = typed.len == 0 || ascii_is_alnum(typed.ptr[typed.len - 1]) ||
                  typed.ptr[typed.len - 1] == '-';
    if (!letter || slice_find_byte(typed, ' ') != SLICE_NONE || !completing_wants(c, " -") ||
        !find_pattern(c, &pattern) || pattern.highest == UINT32_MAX)
        return c->out->len > 0;
    /* Words that begin like the id are words. */
    size_t same = typed.len < pattern.prefix.len ? typed.len : pattern.prefix.len;
    struct slice behind = slice_from(typed, same);
    for (size_t i = 0; i < behind.len; i++)
        if (!ascii_is_digit(behind.ptr[i]))
            return false;
    if (!slice_starts(pattern.prefix, slice_sub(typed, 0, same)))
        return false;
    if (pattern.dot && ascii_is_space(c->head.ptr[0])) /* a part of a task */
        return false;
    const char *id = arena_printf(c->arena, "%.*s%0*u%s", SLICE_ARG(pattern.prefix),
                                  (int)(pattern.digits < 12 ? pattern.digits : 12),
                                  pattern.highest + 1, pattern.dot ? "." : "");
    completing_from(c, c->line.start + (uint32_t)close + 2, c->offset);
    bool spaced = c->tail.len && c->tail.ptr[0] == ' ';
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_TASK, slice_of(id),
                       slice_of(arena_printf(c->arena, "%s%s", id, spaced ? "" : " ")));
    if (completion)
        completion->detail = "the next task";
    return true;
}
