/* completion_status.c: states in the words and boxes of the file's dialect. */
#include "features/completion.h"

#include "model/language.h"

#include <string.h>

#define MAX_STATES 32

struct states {
    struct slice words[MAX_STATES];
    enum status means[MAX_STATES];
    size_t len;
};

static void add_state(struct states *states, struct slice words, enum status means)
{
    for (size_t i = 0; i < states->len; i++)
        if (slice_equal(states->words[i], words))
            return;
    if (words.len && words.len <= 40 && states->len < MAX_STATES) {
        states->words[states->len] = words;
        states->means[states->len++] = means;
    }
}

static bool is_known(const struct states *states, enum status means)
{
    for (size_t i = 0; i < states->len; i++)
        if (states->means[i] == means)
            return true;
    return false;
}

/* So many documents of the folder show what is usual there. */
#define MAX_SIBLINGS 50

/* Documents of a folder say their states alike. */
static void gather_from_siblings(const struct completing *c, struct states *states)
{
    const struct workspace *ws = c->workspace->ws;
    size_t slash = slice_find_last_byte(c->document->path, '/');
    struct slice folder = slice_sub(c->document->path, 0, slash == SLICE_NONE ? 0 : slash);
    size_t first = workspace_first_in(ws, folder);
    for (size_t i = first; i < workspace_count(ws) && i < first + MAX_SIBLINGS; i++) {
        const struct document *document = workspace_at(ws, i);
        if (!slice_starts(document->path, folder))
            return;
        for (uint32_t k = 0; document != c->document && k < document->model->front_matter.len;
             k++) {
            const struct yaml_entry *entry = &document->model->front_matter.v[k];
            enum status status = status_read(entry->value);
            if (slice_is_nocase(entry->key, "status") && status != STATUS_UNKNOWN &&
                status != STATUS_NONE)
                add_state(states, entry->value, status);
        }
    }
}

/* The words of the states that the document itself says; then those that are usual. */
static void gather(const struct completing *c, struct states *states)
{
    static const enum status usual[] = {STATUS_TODO,     STATUS_DOING, STATUS_REVIEW,
                                        STATUS_BLOCKED,  STATUS_DONE,  STATUS_DEFERRED,
                                        STATUS_CANCELLED};
    enum language language = language_of(c->model);
    for (size_t i = 0; i < c->model->fields.len; i++) {
        const struct field *field = &c->model->fields.items[i];
        struct slice value = span_slice(c->bytes, field->value);
        enum status status = status_read(value);
        if (field->key == FIELD_STATUS && !span_touches(field->value, c->offset) &&
            status != STATUS_UNKNOWN && status != STATUS_NONE)
            add_state(states, value, status);
    }
    if (c->yaml)
        gather_from_siblings(c, states);
    bool small = states->len > 0 && !ascii_is_upper(states->words[0].ptr[0]) &&
                 ascii_is_alpha(states->words[0].ptr[0]);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        const char *state = language_status(language, usual[i]);
        if (!state || is_known(states, usual[i]))
            continue;
        char *words = arena_cstring(c->arena, slice_of(state));
        if (small)
            words[0] = ascii_lower(words[0]);
        add_state(states, slice_of(words), usual[i]);
    }
}

static bool is_offered(const struct completing *c, struct slice words)
{
    for (size_t i = 0; i < c->out->len; i++)
        if (slice_is_nocase(words, c->out->items[i].label))
            return true;
    return false;
}

void complete_statuses(struct completing *c, uint32_t start, uint32_t end)
{
    struct states states = {.len = 0};
    completing_from(c, start, end);
    gather(c, &states);
    for (size_t i = 0; i < states.len; i++) {
        if (is_offered(c, states.words[i]))
            continue;
        struct planls_completion *completion = completing_add(
            c, PLANLS_COMPLETION_STATUS, states.words[i], completing_value(c, states.words[i]));
        if (completion)
            completion->detail = status_name(states.means[i]);
    }
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* Where the box that the cursor is in opens: `- [‸`, `1. [x‸]`; SLICE_NONE where it is in none. */
static size_t find_box(const struct completing *c)
{
    size_t open = slice_find_last_byte(c->head, '[');
    if (open == SLICE_NONE || slice_find_byte(slice_from(c->head, open), ']') != SLICE_NONE ||
        c->offset - c->line.start - open > 5)
        return SLICE_NONE;
    struct slice before = slice_trim(slice_sub(c->head, 0, open));
    while (before.len && before.ptr[0] == '>')
        before = slice_trim(slice_from(before, 1));
    size_t digits = 0;
    while (digits < before.len && ascii_is_digit(before.ptr[digits]))
        digits++;
    bool bullet =
        before.len == digits + 1 && strchr(digits ? ".)" : "-*+", before.ptr[digits]) != NULL;
    return bullet && open > 0 && c->head.ptr[open - 1] == ' ' ? open : SLICE_NONE;
}

bool complete_box(struct completing *c)
{
    size_t open = find_box(c);
    if (open == SLICE_NONE || !completing_wants(c, "["))
        return open != SLICE_NONE;
    struct states states = {.len = 0};
    add_state(&states, SLICE("[ ]"), STATUS_TODO);
    add_state(&states, SLICE("[x]"), STATUS_DONE);
    for (size_t i = 0; i < c->model->tasks.len; i++) {
        const struct task *task = &c->model->tasks.items[i];
        if (task->source == TASK_FROM_BOX && !span_touches(task->box, c->offset))
            add_state(&states, span_slice(c->bytes, task->box), task->status);
    }
    uint32_t end = c->offset;
    while (end < c->line.end && end < c->offset + 4 && c->bytes.ptr[end] != ']')
        end++;
    bool closed = end < c->line.end && c->bytes.ptr[end] == ']';
    completing_from(c, c->line.start + (uint32_t)open, closed ? end : c->offset);
    completing_close(c, "]");
    bool spaced = c->end < c->line.end && c->bytes.ptr[c->end] == ' ';
    for (size_t i = 0; i < states.len; i++) {
        const char *text =
            arena_printf(c->arena, "%.*s%s", SLICE_ARG(states.words[i]), spaced ? "" : " ");
        struct planls_completion *completion =
            completing_add(c, PLANLS_COMPLETION_STATUS, states.words[i], slice_of(text));
        if (completion)
            completion->detail = status_name(states.means[i]);
    }
    return true;
}
