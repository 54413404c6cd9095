/* parallel_conflict.c: tasks marked parallel that write the same file. */
#include "analysis/dependencies.h"
#include "rules/rule.h"

#include <stdlib.h>

/* A file that a parallel task says it writes. */
struct written {
    uint32_t task, heading;
    struct slice path;
    struct span where;
};

struct writes {
    VEC_MEMBERS(struct written);
};

/* ---- does the line say that the file is written? --------------------------------------------- */

static bool is_one_of(struct slice word, const char *const *words)
{
    for (; *words; words++)
        if (slice_is_nocase(word, *words))
            return true;
    return false;
}

/* The last word of s, cut off it. */
static struct slice last_word(struct slice *s)
{
    struct slice t = *s;
    while (t.len && !ascii_is_alnum(t.ptr[t.len - 1]) && (unsigned char)t.ptr[t.len - 1] < 0x80)
        t.len--;
    size_t from = t.len;
    while (from > 0 && (ascii_is_alnum(t.ptr[from - 1]) || (unsigned char)t.ptr[from - 1] >= 0x80 ||
                        t.ptr[from - 1] == '-'))
        from--;
    *s = slice_sub(t, 0, from);
    return slice_from(t, from);
}

/* "in a.c", "Create a.c", "Update the a.c"; but not "defined in a.c", "per a.c", "from a.c". */
static bool words_say_written(struct slice before)
{
    static const char *const places[] = {"in", "into", "to", "at", "inside", "within", NULL};
    static const char *const verbs[] = {
        "create", "update",   "implement", "add",    "edit",   "modify", "extend",
        "write",  "refactor", "build",     "rename", "delete", "remove", "fix",
        "change", "rewrite",  "split",     "port",   "file",   "files",  "script",
        "module", "class",    "component", "page",   "test",   "tests",  NULL};
    static const char *const sources[] = {
        "defined",  "described", "specified", "documented", "listed",   "found",   "shown",
        "outlined", "as",        "used",      "declared",   "given",    "written", "stated",
        "located",  "exist",     "exists",    "according",  "related",  "similar", "compared",
        "due",      "relative",  "those",     "that",       "existing", "already", "imported",
        "exported", "per",       "pattern",   "patterns",   "refer",    "link",    "links",
        "pointing", "points",    "next",      NULL};
    static const char *const fillers[] = {"the", "a", "an", "new", "file", "existing", NULL};
    struct slice rest = before, word = last_word(&rest);
    for (int i = 0; i < 2 && is_one_of(word, fillers) && rest.len; i++)
        word = last_word(&rest);
    if (is_one_of(word, verbs))
        return true;
    if (!is_one_of(word, places))
        return false;
    return !is_one_of(last_word(&rest), sources);
}

static bool is_file(const struct reference *reference)
{
    struct slice path = reference->path;
    size_t slash = slice_find_last_byte(path, '/');
    struct slice name = slash == SLICE_NONE ? path : slice_from(path, slash + 1);
    return (reference->kind == REFERENCE_CODE || reference->kind == REFERENCE_BARE ||
            reference->kind == REFERENCE_LINK) &&
           slice_find_byte(name, '.') != SLICE_NONE && slice_find_byte(path, '*') == SLICE_NONE &&
           slice_find_byte(path, '{') == SLICE_NONE && slice_find_byte(path, '<') == SLICE_NONE;
}

/* ---- what the tasks of a document write ------------------------------------------------------ */

/* A bare name says which file only where no folder is named beside it. */
static bool names_folder(const struct check *check, const struct task *task)
{
    const struct model *model = check->model;
    for (size_t r = SPANS_FROM(model->references, span, task->span.start);
         r < model->references.len && model->references.items[r].span.start < task->span.end; r++)
        if (slice_ends(model->references.items[r].path, SLICE("/")))
            return true;
    return slice_contains(span_slice(check->text, task->span), SLICE("/` "));
}

static void add_writes(struct check *check, uint32_t index, struct writes *out)
{
    const struct model *model = check->model;
    const struct task *task = &model->tasks.items[index];
    bool listed = false;
    uint32_t behind = task->title_span.start;
    for (size_t r = SPANS_FROM(model->references, span, task->title_span.start);
         r < model->references.len && model->references.items[r].span.start < task->span.end; r++) {
        const struct reference *reference = &model->references.items[r];
        struct slice before = slice_sub(check->text, task->title_span.start, reference->span.start);
        struct slice between = slice_trim(slice_sub(check->text, behind, reference->span.start));
        /* "in a.c, b.c and c.c" */
        listed = listed &&
                 (slice_is(between, ",") || slice_is(between, "and") || slice_is(between, "`, `") ||
                  slice_is(between, "` and `") || slice_is(between, ", and"));
        listed = listed || words_say_written(before);
        behind = reference->span.end;
        if (!listed || !is_file(reference) ||
            (slice_find_byte(reference->path, '/') == SLICE_NONE && names_folder(check, task)))
            continue;
        struct slice path = reference->path;
        if (slice_starts(path, SLICE("./")))
            path = slice_from(path, 2);
        *VEC_PUSH(check->arena, out) =
            (struct written){index, task->heading, path, reference->span};
    }
}

static int compare_writes(const void *a, const void *b)
{
    const struct written *x = a, *y = b;
    if (x->heading != y->heading)
        return x->heading < y->heading ? -1 : 1;
    int order = slice_compare(x->path, y->path);
    return order ? order : (x->task > y->task) - (x->task < y->task);
}

/* ---- findings -------------------------------------------------------------------------------- */

static bool waits_for(const struct check *check, uint32_t task, uint32_t other)
{
    struct dependency_edges edges = {0};
    struct dependency_node node = {check->document, NO_INDEX, task};
    dependency_edges_of(check->workspace, node, check->arena, &edges);
    for (size_t e = 0; e < edges.len; e++)
        if (edges.items[e].to.document == check->document && edges.items[e].to.task == other)
            return true;
    return false;
}

/* "[P] " or "(P) " in front of the task's words. */
static struct span marker_of(const struct check *check, const struct task *task)
{
    struct span lead = {task->span.start, task->title_span.start};
    struct slice s = span_slice(check->text, lead);
    size_t at = slice_find(s, SLICE("[P]"));
    if (at == SLICE_NONE)
        at = slice_find(s, SLICE("(P)"));
    if (at == SLICE_NONE)
        return SPAN_NONE;
    size_t end = at + 3;
    if (end < s.len && s.ptr[end] == ' ')
        end++;
    return (struct span){task->span.start + (uint32_t)at, task->span.start + (uint32_t)end};
}

static void add_fixes(struct check *check, struct planls_diagnostic *diagnostic,
                      const struct task *task, const struct task *first)
{
    struct span marker = marker_of(check, task);
    if (!span_is_empty(marker)) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Not in parallel: drop the mark");
        fix_edit(check, fix, check->document, marker, SLICE(""));
    }
    if (!first->id.len || task->depends_on.len)
        return;
    bool kiro = check->model->dialect == DIALECT_KIRO;
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Let it wait for %.*s", SLICE_ARG(first->id));
    const char *text = arena_printf(check->arena, kiro ? " _Depends: %.*s_" : " (depends on %.*s)",
                                    SLICE_ARG(first->id));
    fix_edit(check, fix, check->document, (struct span){task->span.end, task->span.end},
             slice_of(text));
}

static struct slice name_of(const struct task *task)
{
    return task->id.len ? task->id : task->title;
}

static void report_conflict(struct check *check, const struct written *second,
                            const struct written *first)
{
    const struct task *task = &check->model->tasks.items[second->task];
    const struct task *other = &check->model->tasks.items[first->task];
    struct planls_diagnostic *diagnostic =
        report(check, second->where,
               "%.*s is marked parallel and writes the same file as %.*s, so one has to wait",
               SLICE_ARG(name_of(task)), SLICE_ARG(name_of(other)));
    report_related(check, diagnostic, check->document, first->where, "%.*s writes it too",
                   SLICE_ARG(name_of(other)));
    add_fixes(check, diagnostic, task, other);
}

static void check_parallel_conflict(struct check *check)
{
    const struct model *model = check->model;
    struct writes writes = {0};
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        if (task->parallel && !task->done && !task->criterion)
            add_writes(check, i, &writes);
    }
    if (writes.len < 2)
        return;
    qsort(writes.items, writes.len, sizeof *writes.items, compare_writes);
    size_t first = 0;
    for (size_t i = 1; i < writes.len; i++) {
        const struct written *a = &writes.items[first], *b = &writes.items[i];
        if (a->heading != b->heading || !slice_equal(a->path, b->path)) {
            first = i;
            continue;
        }
        if (b->task != writes.items[i - 1].task && !waits_for(check, b->task, a->task))
            report_conflict(check, b, a);
    }
}

RULE(parallel_conflict) = {
    .name = "parallel-conflict",
    .summary = "tasks marked parallel write the same file",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_parallel_conflict,
};
