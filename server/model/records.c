/* records.c: finds what governs a region by its name: gates, stop conditions, checkpoints. */
#include "model/line_questions.h"
#include "model/record_build.h"
#include "model/task_words.h"
#include "model/title.h"

#define NAME_MAX       100  /* bytes of a line that may be a label */
#define FIELD_TEXT_MAX 2000 /* bytes of a list that is shown as one text */

uint32_t region_next(const struct builder *b, uint32_t from, uint32_t end, enum block_kind kind)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = from; i < end;) {
        if (v[i].kind == kind)
            return i;
        i = v[i].kind == BLOCK_QUOTE || v[i].kind == BLOCK_ITEM ? v[i].next : i + 1;
    }
    return end;
}

struct slice record_text(struct builder *b, struct span span)
{
    span = span_trim(b->bytes, span);
    if (span_is_empty(span))
        return SLICE("");
    struct slice text = slice_trim(builder_plain(b, span));
    while (text.len && (text.ptr[text.len - 1] == ':' || text.ptr[text.len - 1] == ' '))
        text.len--;
    return text;
}

struct slice record_field_text(struct builder *b, const struct field *field)
{
    if (!span_is_empty(field->value))
        return record_text(b, field->value);
    struct slice text = SLICE("");
    for (uint32_t i = field->block + 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        if (block->span.start >= field->body.end)
            break;
        if (block->kind != BLOCK_LINE || block->span.start < field->body.start)
            continue;
        struct slice line = record_text(b, block->text);
        if (text.len + line.len > FIELD_TEXT_MAX)
            break;
        text = slice_of(arena_printf(b->arena, "%.*s%s%.*s", SLICE_ARG(text), text.len ? "; " : "",
                                     SLICE_ARG(line)));
    }
    return text;
}

struct region region_of_heading(const struct builder *b, uint32_t block)
{
    const struct block *v = b->blocks->v;
    uint32_t section = v[block].parent;
    return (struct region){.name_block = block,
                           .is_heading = true,
                           .name = v[block].text,
                           .first = v[block].next,
                           .end = v[section].next,
                           .span = {v[block].span.start, v[section].span.end}};
}

bool region_of_label(const struct builder *b, uint32_t line, struct region *region)
{
    const struct block *v = b->blocks->v;
    struct span text = v[line].text;
    uint32_t paragraph = v[line].parent;
    if (text.end - text.start > NAME_MAX || v[line].next != v[paragraph].next)
        return false;
    uint32_t below = v[paragraph].next;
    bool governs = below < b->blocks->len && v[below].parent == v[paragraph].parent &&
                   (v[below].kind == BLOCK_LIST || v[below].kind == BLOCK_TABLE);
    struct label label = {.words = span_unmarked(b->bytes, text)};
    bool labelled = label_read(b->bytes, text, &label);
    if (!labelled &&
        (!governs || (b->bytes.ptr[text.start] != '*' && b->bytes.ptr[text.start] != '_')))
        return false;
    *region = (struct region){.name_block = line,
                              .name = label.words,
                              .value = label.value,
                              .first = below,
                              .end = governs ? v[below].next : below,
                              .span = text};
    if (governs)
        region->span.end = v[below].span.end;
    return true;
}

/* The name that region_of_label would give, without what stands around the line; empty where it would
 * give none, as of most lines: their words need not be looked at. */
static struct slice name_in(struct slice line)
{
    struct span all = {0, (uint32_t)line.len};
    struct label label = {.words = span_unmarked(line, all)};
    if (!label_read(line, all, &label) &&
        (line.len == 0 || (line.ptr[0] != '*' && line.ptr[0] != '_')))
        return SLICE("");
    return span_slice(line, label.words);
}

bool line_names_record(struct slice line)
{
    struct slice name = line.len > NAME_MAX ? SLICE("") : name_in(line);
    return name.len && (is_stop_title(name) || is_checkpoint_title(name) || is_gate_title(name));
}

bool line_names_chain(struct slice line)
{
    return line.len <= NAME_MAX && is_chain_name(name_in(line));
}

/* "Gate 2: Beta", whether it is a plan item or not. */
static bool is_gate_heading(const struct builder *b, uint32_t block)
{
    uint32_t heading = b->heading_of[block];
    return heading != NO_INDEX && b->titles[heading].kind == ITEM_GATE;
}

static bool names_gate(const struct builder *b, uint32_t block)
{
    return builder_judge(b, span_slice(b->bytes, b->blocks->v[block].text), is_gate_title) ||
           is_gate_heading(b, block);
}

/* "Gates" over "Gate 1" and "Gate 2" is no gate of its own. */
static bool holds_gates(const struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = region->first; region->is_heading && i < region->end; i++)
        if (v[i].kind == BLOCK_HEADING && v[v[i].parent].kind == BLOCK_SECTION && names_gate(b, i))
            return true;
    return false;
}

static bool take(struct builder *b, const struct region *region)
{
    struct slice name = span_slice(b->bytes, region->name);
    if (region->first < region->end && builder_judge(b, name, is_stop_title))
        return record_stops(b, region);
    if (region->first < region->end && builder_judge(b, name, is_checkpoint_title))
        return record_checkpoints(b, region);
    if (region->is_heading ? !names_gate(b, region->name_block)
                           : !builder_judge(b, name, is_gate_title))
        return false;
    if (holds_gates(b, region))
        return false;
    return record_gate(b, region);
}

void build_records(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len;) {
        struct region region;
        bool found = false;
        if (v[i].kind == BLOCK_HEADING && v[v[i].parent].kind == BLOCK_SECTION) {
            region = region_of_heading(b, i);
            found = true;
        } else if (v[i].kind == BLOCK_LINE && line_is(b, i, LINE_NAMES_RECORD)) {
            found = region_of_label(b, i, &region);
        }
        uint32_t next = v[i].kind == BLOCK_QUOTE ? v[i].next : i + 1;
        i = found && take(b, &region) ? region.end : next;
    }
    build_entries(b);
    build_actuals(b);
    build_decisions(b);
    build_escalation(b);
    build_meetings(b);
}
