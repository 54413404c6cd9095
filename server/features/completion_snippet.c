/* completion_snippet.c: whole parts of a plan: an item in the form of those there are, a risk, a gate,
 * stop conditions, a waiver; and what a heading's line may go on with. */
#include "features/completion.h"

#include "edits/insert_field.h"
#include "edits/shift_span.h"
#include "rules/siblings.h"

#include <string.h>

#define TBD SLICE(INSERT_FIELD_PLACEHOLDER)

/* ---- a plan item ----------------------------------------------------------------------------- */

static bool is_large(enum item_kind kind)
{
    return kind == ITEM_INITIATIVE || kind == ITEM_WORKSTREAM || kind == ITEM_EPIC ||
           kind == ITEM_PHASE || kind == ITEM_MILESTONE || kind == ITEM_OBJECTIVE ||
           kind == ITEM_SPRINT || kind == ITEM_STORY || kind == ITEM_REQUIREMENT ||
           kind == ITEM_STEP;
}

/* The last item before the cursor (else the first behind it) that a new one can be like: a heading of
 * that level (0: any) with a field of its own. */
static uint32_t item_to_be_like(const struct completing *c, uint32_t level)
{
    const struct model *model = c->model;
    uint32_t like = NO_INDEX;
    for (size_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (!field_is_items_own(model, field))
            continue;
        const struct item *item = &model->items.items[field->item];
        if (item->source != ITEM_FROM_HEADING || !is_large(item->kind) ||
            (level && model->headings.items[item->heading].level != level) ||
            span_touches(model->headings.items[item->heading].span, c->offset))
            continue;
        if (like == NO_INDEX || item->span.start < c->offset)
            like = field->item;
    }
    return like;
}

/* The number of the last heading like the item's, which may hold nothing yet. */
static uint32_t last_number(const struct completing *c, const struct item *like, uint32_t number)
{
    const struct model *model = c->model;
    const struct heading *heading = &model->headings.items[like->heading];
    size_t at = slice_find(heading->title, like->number);
    struct slice word = slice_sub(heading->title, 0, at == SLICE_NONE ? 0 : at);
    for (uint32_t i = like->heading + 1; word.len && i < model->headings.len; i++) {
        const struct heading *other = &model->headings.items[i];
        uint32_t its = 0;
        size_t end = word.len;
        if (other->span.start >= c->line.start || other->level < heading->level)
            break;
        while (end < other->title.len && ascii_is_digit(other->title.ptr[end]))
            end++;
        if (other->level == heading->level && slice_starts(other->title, word) &&
            slice_to_u32(slice_sub(other->title, word.len, end), &its) && its > number)
            number = its;
    }
    return number;
}

/* "Phase 2: " becomes "Phase 3: ". */
static struct slice next_prefix(struct completing *c, const struct item *item)
{
    const struct heading *heading = &c->model->headings.items[item->heading];
    struct slice prefix =
        span_slice(c->bytes, (struct span){heading->title_span.start, item->name_span.start});
    uint32_t number;
    size_t at = item->number.len ? slice_find(prefix, item->number) : SLICE_NONE;
    if (at == SLICE_NONE || !slice_to_u32(item->number, &number))
        return prefix;
    return slice_of(arena_printf(c->arena, "%.*s%u%.*s", SLICE_ARG(slice_sub(prefix, 0, at)),
                                 last_number(c, item, number) + 1,
                                 SLICE_ARG(slice_from(prefix, at + item->number.len))));
}

/* The last of the item's own times; NULL where it has none. */
static const struct time_value *last_time(const struct completing *c, const struct item *item)
{
    const struct time_values *times = &c->model->times;
    const struct time_value *last = NULL;
    for (size_t i = 0; item->timeline.len && i < times->len; i++)
        if (span_covers(VEC_LAST(&item->timeline)->where, times->items[i].where) &&
            times->items[i].kind == TIME_SPAN &&
            times->items[i].from.unit == times->items[i].to.unit)
            last = &times->items[i];
    return last;
}

/* The time behind the item's own; empty where its form cannot say it. */
static struct slice next_time(struct completing *c, const struct item *item)
{
    const struct time_value *last = last_time(c, item);
    struct text_edit edit;
    if (!last || last->from.unit == TIME_NONE || last->open)
        return slice_sub(c->bytes, 0, 0);
    int length = last->to.value - last->from.value + 1;
    struct shift shift = {last->from.unit, length};
    if (last->from.unit == TIME_DATE)
        shift = (struct shift){TIME_WEEK, (length + 6) / 7};
    if (!shift_time(c->document, last, shift, workspace_parser(c->workspace->ws), c->arena, &edit))
        return slice_sub(c->bytes, 0, 0);
    return slice_of(arena_printf(
        c->arena, "%.*s%.*s%.*s",
        SLICE_ARG(span_slice(c->bytes, (struct span){last->where.start, edit.span.start})),
        SLICE_ARG(edit.new_text),
        SLICE_ARG(span_slice(c->bytes, (struct span){edit.span.end, last->where.end}))));
}

/* Is the line above that of `at` empty? */
static bool is_apart(const struct completing *c, uint32_t at)
{
    const struct text *text = &c->document->text;
    uint32_t line = text_line_of(text, at);
    return line > 0 && slice_trim(span_slice(c->bytes, text_line(text, line - 1))).len == 0;
}

/* The line end and empty lines between a heading's line and its first field; where prose stands between
 * them, the one below the heading. */
static struct slice gap_behind(const struct completing *c, uint32_t line_end, uint32_t next)
{
    const struct text *text = &c->document->text;
    uint32_t start = text_line(text, text_line_of(text, next)).start;
    uint32_t below = text_line_of(text, line_end) + 1;
    struct slice gap = span_slice(c->bytes, (struct span){line_end, start});
    if (slice_trim(gap).len && below < text->line_count)
        gap = span_slice(c->bytes, (struct span){line_end, text_line(text, below + 1).start});
    return slice_trim(gap).len == 0 && gap.len && gap.len <= 8 ? gap : text_line_end(text);
}

/* Its fields, one below the other; *names tells them. */
static void put_fields(struct completing *c, struct snippet *snippet, uint32_t like,
                       struct strbuf *names)
{
    const struct model *model = c->model;
    const struct item *item = &model->items.items[like];
    uint32_t line_end =
        text_line(&c->document->text, text_line_of(&c->document->text, item->name_span.end)).end;
    struct slice time = next_time(c, item);
    bool first = true;
    for (size_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->item != like || !field_is_items_own(model, field) ||
            field->form == FIELD_FORM_COLUMN || field->form == FIELD_FORM_ROW)
            continue;
        uint32_t at = field->label_span.start;
        snippet_text(snippet,
                     first ? gap_behind(c, line_end, at) : text_line_end(&c->document->text));
        if (!first && (field->form == FIELD_FORM_HEADING || is_apart(c, at)))
            snippet_text(snippet, text_line_end(&c->document->text));
        first = false;
        snippet_field(c, snippet, field, field->label,
                      field->key == FIELD_TIMELINE && time.len ? time : TBD);
        /* Two spaces at a line's end make lines of one paragraph lines. */
        struct span line = text_line(&c->document->text, text_line_of(&c->document->text, at));
        if (!field->bullet && slice_ends(span_slice(c->bytes, line), SLICE("  ")))
            snippet_text(snippet, SLICE("  "));
        strbuf_printf(names, "%s%.*s", names->len ? ", " : "", SLICE_ARG(field->label));
    }
}

/* "## " where the marks are not written yet. */
static void put_marks(struct snippet *snippet, uint32_t written, uint32_t level)
{
    for (uint32_t i = 0; written == 0 && i < level; i++)
        snippet_text(snippet, SLICE("#"));
    if (written == 0)
        snippet_text(snippet, SLICE(" "));
}

static void add_first_item(struct completing *c, uint32_t level)
{
    static const char *const lines[] = {"- **Timeline:** ", "- **Budget:** ", "- **Owner:** ",
                                        "- **Success Criteria:** "};
    static const char *const values[] = {"Weeks 1–4", "$10K", "TBD", "TBD"};
    struct slice line_end = text_line_end(&c->document->text);
    struct snippet snippet;
    snippet_init(&snippet);
    put_marks(&snippet, level, 2);
    snippet_text(&snippet, SLICE("Initiative: "));
    snippet_stop(&snippet, SLICE("Title"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        snippet_text(&snippet, line_end);
        snippet_text(&snippet, slice_of(lines[i]));
        snippet_stop(&snippet, slice_of(values[i]));
    }
    snippet_text(&snippet, line_end);
    snippet_text(&snippet, SLICE("- **Blockers & Mitigation:**"));
    snippet_text(&snippet, line_end);
    snippet_text(&snippet, SLICE("  - "));
    snippet_stop(&snippet, SLICE("risk"));
    snippet_text(&snippet, SLICE(" → "));
    snippet_stop(&snippet, SLICE("mitigation"));
    struct planls_completion *completion =
        snippet_add(c, &snippet, PLANLS_COMPLETION_SNIPPET, SLICE("Initiative: …"));
    if (completion)
        completion->detail = "Timeline, Budget, Owner, Success Criteria, Blockers & Mitigation";
}

void complete_new_item(struct completing *c, uint32_t start, uint32_t level)
{
    uint32_t like = item_to_be_like(c, level);
    completing_from(c, start, c->end);
    if (like == NO_INDEX) {
        if (c->model->items.len == 0 && c->model->tasks.len == 0 && (level == 0 || level == 2) &&
            !c->trigger && completing_fits(c, SLICE("Initiative: …")))
            add_first_item(c, level);
        return;
    }
    const struct item *item = &c->model->items.items[like];
    struct slice prefix = next_prefix(c, item);
    struct slice time = next_time(c, item), behind = slice_from(prefix, prefix.len);
    /* "Phase 5 (Weeks 17-20) - ": the time stands before the title. */
    struct slice old = time.len ? span_slice(c->bytes, last_time(c, item)->where) : behind;
    size_t at = time.len ? slice_find(prefix, old) : SLICE_NONE;
    if (at != SLICE_NONE) {
        behind = slice_from(prefix, at + old.len);
        prefix = slice_sub(prefix, 0, at);
    }
    const char *label =
        arena_printf(c->arena, "%.*s%.*s%.*s…", SLICE_ARG(prefix),
                     at == SLICE_NONE ? 0 : (int)time.len, time.ptr, SLICE_ARG(behind));
    if (prefix.len == 0)
        label = arena_printf(c->arena, "%s …", item_kind_name(item->kind));
    if (!completing_fits(c, slice_of(label)))
        return;
    struct snippet snippet;
    struct strbuf names;
    snippet_init(&snippet);
    strbuf_init(&names, 200);
    put_marks(&snippet, level, c->model->headings.items[item->heading].level);
    snippet_text(&snippet, prefix);
    if (at != SLICE_NONE)
        snippet_stop(&snippet, time);
    snippet_text(&snippet, behind);
    snippet_stop(&snippet, SLICE("Title"));
    struct span heading = c->model->headings.items[item->heading].span;
    if (time.len && at == SLICE_NONE && span_covers(heading, VEC_LAST(&item->timeline)->where)) {
        snippet_text(&snippet, SLICE(" ("));
        snippet_stop(&snippet, time);
        snippet_text(&snippet, SLICE(")"));
    }
    put_fields(c, &snippet, like, &names);
    struct planls_completion *completion =
        snippet_add(c, &snippet, PLANLS_COMPLETION_SNIPPET, slice_of(label));
    if (completion)
        completion->detail = arena_cstring(c->arena, strbuf_slice(&names));
    strbuf_release(&names);
}

/* ---- smaller parts --------------------------------------------------------------------------- */

void complete_risk(struct completing *c, uint32_t start, uint32_t end)
{
    struct snippet snippet;
    bool ascii = false;
    for (size_t i = 0; i < c->model->items.len && !ascii; i++)
        for (size_t r = 0; r < c->model->items.items[i].risks.len; r++)
            ascii =
                ascii ||
                slice_contains(span_slice(c->bytes, c->model->items.items[i].risks.items[r].where),
                               SLICE("->"));
    completing_from(c, start, end);
    snippet_init(&snippet);
    snippet_stop(&snippet, SLICE("risk"));
    snippet_text(&snippet, ascii ? SLICE(" -> ") : SLICE(" → "));
    snippet_stop(&snippet, SLICE("mitigation"));
    (void)snippet_add(c, &snippet, PLANLS_COMPLETION_SNIPPET,
                      ascii ? SLICE("risk -> mitigation") : SLICE("risk → mitigation"));
}

/* A text with stops at what stands in braces. */
static void add_template(struct completing *c, const char *label, const char *detail,
                         const char *text)
{
    struct snippet snippet;
    struct slice rest = slice_of(text);
    if (!completing_fits(c, slice_of(label)))
        return;
    snippet_init(&snippet);
    while (rest.len) {
        bool stop = rest.ptr[0] == '{';
        size_t end = 1;
        while (end < rest.len && !strchr(stop ? "}" : "{\n", rest.ptr[end]))
            end++;
        if (rest.ptr[0] == '\n') {
            snippet_text(&snippet, text_line_end(&c->document->text));
            end = 1;
        } else if (stop) {
            snippet_stop(&snippet, slice_sub(rest, 1, end++));
        } else {
            snippet_text(&snippet, slice_sub(rest, 0, end));
        }
        rest = slice_from(rest, end);
    }
    struct planls_completion *completion =
        snippet_add(c, &snippet, PLANLS_COMPLETION_SNIPPET, slice_of(label));
    if (completion)
        completion->detail = detail;
}

void complete_new_records(struct completing *c, uint32_t start)
{
    completing_from(c, start, c->end);
    add_template(c, "Go-Gate Criteria", "what must hold before the next phase",
                 "**Go-Gate Criteria:**\n- [ ] {criterion}");
    add_template(c, "Stop conditions", "when to pause, and what is done then",
                 "## Stop conditions\n1. **{Phase 1 not complete by Week 5}**\n"
                 "   - Signal: {what shows it}\n   - Action: {what is done then}");
    add_template(c, "planls: allow", "waives a finding that is meant to be",
                 "<!-- planls: allow {rule} because {reason} -->");
}

/* ---- headings -------------------------------------------------------------------------------- */

bool complete_heading(struct completing *c)
{
    uint32_t level = 0;
    while (level < c->head.len && c->head.ptr[level] == '#')
        level++;
    if (level == 0 || level > 6 || level == c->head.len || c->head.ptr[level] != ' ')
        return false;
    size_t open = slice_find_last_byte(c->head, '(');
    if (open != SLICE_NONE && slice_find_byte(slice_from(c->head, open), ')') == SLICE_NONE) {
        size_t close = slice_find_byte(c->tail, ')');
        uint32_t end = close == SLICE_NONE ? c->offset : c->offset + (uint32_t)close;
        if (completing_wants(c, "("))
            complete_times(c, c->line.start + (uint32_t)open + 1, end);
        return true;
    }
    uint32_t start = c->line.start + level + 1;
    if ((c->trigger && (c->trigger != ' ' || start < c->offset)) || slice_trim(c->tail).len)
        return true;
    completing_from(c, start, c->offset);
    complete_heading_fields(c, start, level);
    complete_new_item(c, start, level);
    return true;
}
