/* completion.c: what is likely to be written next at a place (planls/completion.h). */
#include "features/completion.h"

#include "edits/yaml_scalar.h"
#include "text/fold.h"

#include <string.h>

const char *const planls_completion_triggers[] = {"[", "(", "#", "@", ":",
                                                  "/", "-", "*", " ", NULL};

/* ---- the answer under way -------------------------------------------------------------------- */

void completing_from(struct completing *c, uint32_t start, uint32_t end)
{
    c->typed = (struct span){start, c->offset};
    c->closed = c->offset;
    c->end = end > c->offset ? end : c->offset;
}

void completing_close(struct completing *c, const char *mark)
{
    struct slice behind = span_slice(c->bytes, (struct span){c->end, c->line.end});
    if (!slice_starts(behind, slice_of(mark)))
        return;
    c->end += (uint32_t)strlen(mark);
    c->closed = c->end;
}

bool completing_wants(const struct completing *c, const char *triggers)
{
    return c->trigger == 0 || strchr(triggers, c->trigger) != NULL;
}

struct slice completing_typed(const struct completing *c)
{
    return span_slice(c->bytes, c->typed);
}

static bool is_ascii(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

/* Does a word begin there: behind a space or mark, with a capital or a number? Scripts that part no words
 * have no letter that does not. */
static bool begins_word(struct slice name, size_t at)
{
    unsigned char here = (unsigned char)name.ptr[at];
    unsigned char before = at ? (unsigned char)name.ptr[at - 1] : ' ';
    if (here >= 0x80 || before >= 0x80 || !ascii_is_alnum((char)here))
        return true;
    return !ascii_is_alnum((char)before) ||
           (ascii_is_digit((char)here) && !ascii_is_digit((char)before)) ||
           (ascii_is_upper((char)here) && !ascii_is_upper((char)before));
}

/* The first letter begins a word, the others come somewhere behind it: what is typed abbreviates. */
static bool is_scattered_in(struct slice name, struct slice typed)
{
    size_t found = 0;
    for (size_t i = 0; i < name.len && found < typed.len; i++)
        if (ascii_lower(name.ptr[i]) == ascii_lower(typed.ptr[found]) &&
            (found > 0 || begins_word(name, i)))
            found++;
    return found == typed.len;
}

bool completing_fits(const struct completing *c, struct slice name)
{
    struct slice typed = completing_typed(c);
    if (is_ascii(typed))
        return is_scattered_in(name, typed);
    struct arena scratch;
    arena_init(&scratch);
    bool fits = is_scattered_in(fold_case(&scratch, name), fold_case(&scratch, typed));
    arena_release(&scratch);
    return fits;
}

struct planls_completion *completing_add(struct completing *c, enum planls_completion_kind kind,
                                         struct slice label, struct slice new_text)
{
    if (c->out->len >= COMPLETION_MAX) {
        c->out->cut = true;
        return NULL;
    }
    struct planls_completion *completion = VEC_PUSH(c->arena, c->out);
    const char *name = arena_cstring(c->arena, label);
    *completion = (struct planls_completion){
        .kind = kind,
        .label = name,
        .detail = "",
        .filter = name,
        .new_text = arena_cstring(c->arena, new_text),
        .insert = {c->typed.start, c->closed},
        .replace = {c->typed.start, c->end},
        .about = {PLANLS_ABOUT_NOTHING, "", 0, ""},
    };
    return completion;
}

static bool is_cancelled(const struct model *model, enum planls_about_kind kind, uint32_t index)
{
    if (kind == PLANLS_ABOUT_HEADING)
        index = model->headings.items[index].item;
    if (kind == PLANLS_ABOUT_TASK)
        return model->tasks.items[index].status == STATUS_CANCELLED;
    bool item = kind == PLANLS_ABOUT_ITEM || kind == PLANLS_ABOUT_HEADING;
    return item && index != NO_INDEX && model->items.items[index].status == STATUS_CANCELLED;
}

void completion_about(struct completing *c, struct planls_completion *completion,
                      enum planls_about_kind kind, const struct document *document, uint32_t index,
                      struct slice name)
{
    completion->about =
        (struct planls_about){kind, document ? arena_cstring(c->arena, document->path) : "", index,
                              arena_cstring(c->arena, name)};
    completion->cancelled = document && is_cancelled(document->model, kind, index);
}

struct span completing_part(const struct completing *c, uint32_t start, uint32_t end,
                            const char *separators)
{
    uint32_t from = c->offset, to = c->offset;
    while (from > start && !strchr(separators, c->bytes.ptr[from - 1]))
        from--;
    while (from < c->offset && ascii_is_space(c->bytes.ptr[from]))
        from++;
    while (to < end && !strchr(separators, c->bytes.ptr[to]))
        to++;
    while (to > c->offset && ascii_is_space(c->bytes.ptr[to - 1]))
        to--;
    return (struct span){from, to};
}

struct slice completing_value(const struct completing *c, struct slice value)
{
    char before = c->typed.start ? c->bytes.ptr[c->typed.start - 1] : ' ';
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    strbuf_puts(&out, c->spaced ? " " : "");
    if (c->yaml)
        yaml_scalar_write(&out, value, before);
    else
        strbuf_append(&out, value);
    struct slice text = arena_copy(c->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* ---- documents, nearest first ---------------------------------------------------------------- */

struct visited {
    const struct document **items;
    size_t len, cap;
};

static bool was_visited(const struct visited *visited, const struct document *document)
{
    for (size_t i = 0; i < visited->len; i++)
        if (visited->items[i] == document)
            return true;
    return false;
}

static struct slice folder_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash);
}

static bool lies_in(const struct document *document, struct slice folder)
{
    return folder.len == 0 ||
           (slice_starts(document->path, folder) && document->path.len > folder.len &&
            document->path.ptr[folder.len] == '/');
}

/* Documents that are referred to and so told first: more would be quadratic. */
#define MAX_REFERRED 64

static void find_referred(struct completing *c, struct visited *visited)
{
    const struct model *model = c->model;
    *(const struct document **)VEC_PUSH(c->arena, visited) = c->document;
    for (size_t i = 0; i < model->references.len && visited->len < MAX_REFERRED; i++) {
        struct target target;
        enum resolution result =
            resolve_reference(c->workspace->ws, c->document, &model->references.items[i], &target);
        if ((result == RESOLVED || result == UNRESOLVED_FRAGMENT) && target.document &&
            !was_visited(visited, target.document))
            *(const struct document **)VEC_PUSH(c->arena, visited) = target.document;
    }
}

void completing_visit(struct completing *c, void *context,
                      bool (*visit)(struct completing *c, const struct document *document,
                                    void *context))
{
    const struct workspace *ws = c->workspace->ws;
    struct visited visited = {0};
    size_t looked = 0, count = workspace_count(ws);
    size_t most = completing_typed(c).len ? COMPLETION_MAX_TYPED : COMPLETION_MAX_DOCUMENTS;
    find_referred(c, &visited);
    for (size_t i = 0; i < visited.len; i++, looked++)
        if (!visit(c, visited.items[i], context))
            return;
    struct slice folder = folder_of(c->document->path);
    size_t first = workspace_first_in(ws, folder), last = first;
    for (; last < count && lies_in(workspace_at(ws, last), folder); last++) {
        if (was_visited(&visited, workspace_at(ws, last)))
            continue;
        if (looked++ == most) {
            c->out->cut = true;
            return;
        }
        if (!visit(c, workspace_at(ws, last), context))
            return;
    }
    for (size_t i = 0; i < count; i++) {
        if ((i >= first && i < last) || was_visited(&visited, workspace_at(ws, i)))
            continue;
        if (looked++ == most) {
            c->out->cut = true;
            return;
        }
        if (!visit(c, workspace_at(ws, i), context))
            return;
    }
}

/* ---- text with tab stops --------------------------------------------------------------------- */

void snippet_init(struct snippet *snippet)
{
    strbuf_init(&snippet->plain, STRBUF_NO_LIMIT);
    strbuf_init(&snippet->stops, STRBUF_NO_LIMIT);
    snippet->count = 0;
}

static void put_escaped(struct strbuf *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("$}\\", text.ptr[i]) && text.ptr[i])
            strbuf_putc(out, '\\');
        strbuf_putc(out, text.ptr[i]);
    }
}

void snippet_text(struct snippet *snippet, struct slice text)
{
    strbuf_append(&snippet->plain, text);
    put_escaped(&snippet->stops, text);
}

void snippet_stop(struct snippet *snippet, struct slice words)
{
    strbuf_append(&snippet->plain, words);
    strbuf_printf(&snippet->stops, "${%u:", ++snippet->count);
    put_escaped(&snippet->stops, words);
    strbuf_putc(&snippet->stops, '}');
}

struct planls_completion *snippet_add(struct completing *c, struct snippet *snippet,
                                      enum planls_completion_kind kind, struct slice label)
{
    struct planls_completion *completion =
        completing_add(c, kind, label, strbuf_slice(&snippet->plain));
    if (completion && snippet->count)
        completion->snippet = arena_cstring(c->arena, strbuf_slice(&snippet->stops));
    strbuf_release(&snippet->plain);
    strbuf_release(&snippet->stops);
    return completion;
}

/* ---- order ----------------------------------------------------------------------------------- */

/* 0: it begins with what is typed; 1: a word in it does; 2: it only has the letters. */
static int distance_from_typed(const struct completing *c, const struct planls_completion *one)
{
    struct slice typed = span_slice(c->bytes, (struct span){one->insert.start, c->offset});
    struct slice name = slice_of(one->filter);
    for (size_t i = 0; i + typed.len <= name.len; i++)
        if (slice_starts_nocase(slice_from(name, i), typed) && (i == 0 || begins_word(name, i)))
            return i > 0;
    return 2;
}

/* What begins with what is typed, or has a word that does, comes before what only has its letters. */
static void put_likeliest_first(struct completing *c)
{
    size_t len = c->out->len, first = 0;
    struct planls_completion *sorted = arena_array(c->arena, len, sizeof *sorted);
    int *distance = arena_array(c->arena, len, sizeof *distance);
    for (size_t i = 0; i < len; i++)
        distance[i] = distance_from_typed(c, &c->out->items[i]);
    for (int pass = 0; pass < 3; pass++)
        for (size_t i = 0; i < len; i++)
            if (distance[i] == pass)
                sorted[first++] = c->out->items[i];
    if (len)
        memcpy(c->out->items, sorted, len * sizeof *sorted);
}

/* ---- the question ---------------------------------------------------------------------------- */

/* The item whose lines go on up to the cursor, be it behind the last of them. */
static uint32_t item_before(const struct completing *c)
{
    uint32_t at = c->offset;
    uint32_t item = model_item_at(c->model, at);
    while (item == NO_INDEX && at > 0 && ascii_is_space(c->bytes.ptr[at - 1]))
        item = model_item_at(c->model, --at);
    return item == NO_INDEX && at > 0 ? model_item_at(c->model, at - 1) : item;
}

/* Is the cursor in code, where nothing is a plan's? */
static bool is_in_code(const struct completing *c)
{
    const struct blocks *blocks = &c->document->blocks;
    const struct block *block = &blocks->v[block_at(blocks, c->offset)];
    return (block->kind == BLOCK_FENCE || block->kind == BLOCK_CODE) &&
           (c->offset < block->span.end || (block->kind == BLOCK_FENCE && !block->closed));
}

void planls_complete(struct planls_workspace *workspace, const char *path, uint32_t offset,
                     char trigger, struct planls_results *results, struct planls_completions *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document || offset > document->text.bytes.len)
        return;
    struct completing c = {.workspace = workspace,
                           .document = document,
                           .model = document->model,
                           .bytes = document->text.bytes,
                           .offset = offset,
                           .trigger = trigger,
                           .arena = &results->arena,
                           .out = out};
    c.line = text_line(&document->text, text_line_of(&document->text, offset));
    if (offset > c.line.end) /* between CR and LF */
        c.offset = c.line.end;
    c.head = span_slice(c.bytes, (struct span){c.line.start, c.offset});
    c.tail = span_slice(c.bytes, (struct span){c.offset, c.line.end});
    c.item = item_before(&c);
    completing_from(&c, c.offset, c.offset);
    bool special = complete_front_matter(&c) || is_in_code(&c) || complete_comment(&c);
    (void)(special || complete_requirements(&c) || complete_story(&c) || complete_reference(&c) ||
           complete_box(&c) || complete_task_id(&c) || complete_heading(&c) ||
           complete_field_value(&c) || complete_number(&c) || complete_dependency(&c) ||
           complete_mention(&c) || complete_line(&c));
    put_likeliest_first(&c);
}
