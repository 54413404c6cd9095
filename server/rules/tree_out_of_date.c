/* tree_out_of_date.c: a directory tree that names files which are not there. */
#include "rules/reference_rule.h"

/* A tree this small is an example; one that mostly is not there yet is a plan. */
#define ENTRIES_MIN  3
#define BRANCHES_MAX 200 /* bytes before a name */

struct entry {
    const struct reference *reference;
    enum resolution result;
};

struct tree {
    VEC_MEMBERS(struct entry);
};

static struct span line_of(struct slice text, uint32_t offset)
{
    struct span line = {offset, offset};
    while (line.start > 0 && text.ptr[line.start - 1] != '\n')
        line.start--;
    while (line.end < text.len && text.ptr[line.end] != '\n')
        line.end++;
    return line;
}

/* Does nothing but branches stand before the name: "│   ├── ", "|-- ", and the same as mojibake? */
static bool is_drawn(struct slice text, uint32_t name)
{
    uint32_t start = name;
    while (start > 0 && text.ptr[start - 1] != '\n')
        if (name - --start > BRANCHES_MAX)
            return false;
    struct slice before = slice_sub(text, start, name);
    for (size_t i = 0; i < before.len; i++)
        if (ascii_is_alnum(before.ptr[i]))
            return false;
    return slice_trim(before).len >= 2;
}

static struct slice file_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

/* The one file beside it whose name is near. */
static struct slice near_file(struct check *check, const struct reference *reference)
{
    struct near_names near = {0};
    struct slice found = SLICE("");
    struct slice file = file_of(reference->path);
    struct slice folder = slice_sub(reference->path, 0, reference->path.len - file.len);
    reference_near_paths(check, reference, &near);
    for (size_t i = 0; i < near.len; i++) {
        struct slice other = file_of(near.v[i].name);
        if (!slice_equal(slice_sub(near.v[i].name, 0, near.v[i].name.len - other.len), folder))
            continue;
        if (found.len)
            return SLICE("");
        found = other;
    }
    return found;
}

/* A line can go where another of its folder follows it, so that the branches stay drawn. */
static void offer_removal(struct check *check, struct planls_diagnostic *diagnostic,
                          const struct reference *reference)
{
    struct span line = line_of(check->text, reference->target_span.start);
    struct slice before = slice_sub(check->text, line.start, reference->target_span.start);
    bool middle = slice_contains(before, SLICE("├")) || slice_contains(before, SLICE("|-"));
    if (!middle || line.end == check->text.len)
        return;
    line.end++;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Remove the line");
    fix_edit(check, fix, check->document, line, SLICE(""));
}

static void report_entry(struct check *check, const struct reference *reference, size_t there,
                         size_t count)
{
    struct planls_diagnostic *diagnostic =
        report(check, reference->target_span,
               "%.*s is not there, though %zu of the %zu files of this tree are",
               SLICE_ARG(reference->path), there, count);
    struct slice near = near_file(check, reference);
    if (near.len) {
        struct span written = reference->target_span;
        written.start = written.end - (uint32_t)file_of(span_slice(check->text, written)).len;
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to %.*s", SLICE_ARG(near));
        fix_edit(check, fix, check->document, written, near);
    }
    offer_removal(check, diagnostic, reference);
}

static void judge(struct check *check, const struct tree *tree)
{
    size_t there = 0;
    if (tree->len < ENTRIES_MIN)
        return;
    for (size_t i = 0; i < tree->len; i++) {
        there += tree->items[i].result == RESOLVED || tree->items[i].result == RESOLVED_PATH_ONLY;
        if (tree->items[i].reference->creates) /* a tree of what is to be */
            return;
    }
    if (there * 2 < tree->len)
        return;
    for (size_t i = 0; i < tree->len; i++)
        if (tree->items[i].result == UNRESOLVED_FILE)
            report_entry(check, tree->items[i].reference, there, tree->len);
}

/* A plan's tree of source files is mostly one that is still to be built: only documents count there. */
static bool counts(const struct check *check, const struct reference *reference)
{
    return (check->model->kinds & DOCUMENT_INDEX) ||
           slice_ends_nocase(reference->path, SLICE(".md"));
}

static void check_tree_out_of_date(struct check *check)
{
    struct tree tree = {0};
    const struct blocks *blocks = &check->document->blocks;
    uint32_t fence = 0;
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *reference = &check->model->references.items[i];
        if (!reference->in_fence || !counts(check, reference) ||
            !is_drawn(check->text, reference->target_span.start))
            continue;
        uint32_t block = block_at(blocks, reference->target_span.start);
        if (block != fence) {
            judge(check, &tree);
            tree.len = 0;
            fence = block;
        }
        struct target target;
        *VEC_PUSH(check->arena, &tree) =
            (struct entry){reference, reference_resolve(check, reference, &target)};
    }
    judge(check, &tree);
}

RULE(tree_out_of_date) = {
    .name = "tree-out-of-date",
    .summary = "a directory tree that is mostly right names a file that is not there",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_tree_out_of_date,
};
