/* features_fuzz.c: every question at any place of any plan has an answer that lies in the documents it names, and
 * every change offered can be made.
 *
 * The first bytes choose the places and what is asked; the rest is plan.md, behind a form feed tasks/a.md.
 */
#include "features/facade.h"
#include "text/edit.h"

#include <planls/planls.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HEADER 8

static void check_range(const struct planls_workspace *workspace, const char *path,
                        struct planls_range range)
{
    const struct document *document = workspace_find(workspace->ws, slice_of(path));
    if (!document || range.start > range.end || range.end > document->text.bytes.len)
        __builtin_trap();
}

static void check_locations(const struct planls_workspace *workspace,
                            const struct planls_locations *locations)
{
    for (size_t i = 0; i < locations->len; i++)
        if (workspace_find(workspace->ws, slice_of(locations->items[i].path))) {
            check_range(workspace, locations->items[i].path, locations->items[i].range);
            check_range(workspace, locations->items[i].path, locations->items[i].name);
        }
}

/* The edits of each document lie in it and apart from each other. */
static void check_fix(const struct planls_workspace *workspace, const struct planls_fix *fix,
                      struct arena *arena)
{
    struct text_edit *edits = arena_array(arena, fix->edit_count + 1, sizeof *edits);
    for (size_t d = 0; d < workspace_count(workspace->ws); d++) {
        const struct document *document = workspace_at(workspace->ws, d);
        size_t count = 0;
        for (size_t i = 0; i < fix->edit_count; i++)
            if (slice_is(document->path, fix->edits[i].path) && !fix->edits[i].create &&
                !fix->edits[i].remove)
                edits[count++] =
                    (struct text_edit){facade_span(fix->edits[i].range),
                                       {fix->edits[i].new_text, fix->edits[i].new_len}};
        text_edits_sort(edits, count);
        if (!text_edits_are_disjoint(edits, count, document->text.bytes.len))
            __builtin_trap();
    }
}

static void ask_of_all(struct planls_workspace *workspace, const char *path,
                       struct planls_results *results)
{
    struct planls_range all = {
        0, (uint32_t)workspace_find(workspace->ws, slice_of(path))->text.bytes.len};
    struct planls_symbols symbols = {0};
    struct planls_lenses lenses = {0};
    struct planls_inlays inlays = {0};
    struct planls_tokens tokens = {0};
    struct planls_folding_ranges folds = {0};
    struct planls_document_links links = {0};
    struct planls_report report = {0};
    struct planls_next_entries next = {0};
    struct planls_fix fix;
    planls_document_symbols(workspace, path, results, &symbols);
    for (size_t i = 0; i < symbols.len; i++)
        check_range(workspace, path, symbols.items[i].where.range);
    planls_workspace_symbols(workspace, "a", 10, results, &symbols);
    planls_lenses(workspace, path, results, &lenses);
    for (size_t i = 0; i < lenses.len; i++)
        check_locations(workspace, &lenses.items[i].places);
    planls_inlays(workspace, path, all, results, &inlays);
    planls_semantic_tokens(workspace, path, all, results, &tokens);
    for (size_t i = 0; i < tokens.len; i++)
        check_range(workspace, path, tokens.items[i].range);
    planls_folding_ranges(workspace, path, results, &folds);
    for (size_t i = 0; i < folds.len; i++)
        check_range(workspace, path, folds.items[i].range);
    planls_document_links(workspace, path, results, &links);
    for (size_t i = 0; i < links.len; i++)
        check_range(workspace, path, links.items[i].range);
    planls_format(workspace, path, all, results, &fix);
    check_fix(workspace, &fix, &results->arena);
    planls_report(workspace, &path, 1, results, &report);
    planls_next(workspace, &path, 1, NULL, results, &next);
}

static void ask_at(struct planls_workspace *workspace, const char *path, uint32_t at,
                   struct planls_results *results)
{
    struct planls_hover hover;
    struct planls_range origin;
    struct planls_locations locations = {0};
    struct planls_completions completions = {0};
    struct planls_ranges ranges = {0};
    struct planls_node node;
    struct planls_calls calls = {0};
    struct planls_nodes nodes = {0};
    struct planls_fix fix;
    if (planls_hover_at(workspace, path, at, results, &hover))
        check_range(workspace, path, hover.range);
    planls_definition_at(workspace, path, at, results, &origin, &locations);
    planls_references_at(workspace, path, at, true, results, &locations);
    planls_highlights_at(workspace, path, at, results, &locations);
    planls_implementations_at(workspace, path, at, results, &origin, &locations);
    check_locations(workspace, &locations);
    planls_complete(workspace, path, at, '\0', results, &completions);
    for (size_t i = 0; i < completions.len; i++) {
        check_range(workspace, path, completions.items[i].insert);
        check_range(workspace, path, completions.items[i].replace);
        if (i < 5)
            planls_completion_card(workspace, path, &completions.items[i].about, results);
    }
    planls_selection_ranges_at(workspace, path, at, results, &ranges);
    for (size_t i = 0; i < ranges.len; i++)
        check_range(workspace, path, ranges.items[i]);
    if (planls_prepare_calls(workspace, path, at, results, &node)) {
        planls_incoming_calls(workspace, node.symbol.where.path, node.key, results, &calls);
        planls_outgoing_calls(workspace, node.symbol.where.path, node.key, results, &calls);
    }
    if (planls_prepare_types(workspace, path, at, results, &node)) {
        planls_supertypes(workspace, node.symbol.where.path, node.key, results, &nodes);
        planls_subtypes(workspace, node.symbol.where.path, node.key, results, &nodes);
    }
    planls_format_typed(workspace, path, at, results, &fix);
    check_fix(workspace, &fix, &results->arena);
}

static void change_at(struct planls_workspace *workspace, const char *path, uint32_t at,
                      struct planls_results *results)
{
    static const char *const names[] = {"Quay", "T9", "A: b", "x y #2"};
    struct planls_diagnostics found = {0};
    struct planls_actions actions = {0};
    struct planls_range range = {at, at};
    struct planls_fix fix;
    const char *refusal, *name;
    planls_check(workspace, path, results, &found);
    for (size_t i = 0; i < found.len; i++) {
        check_range(workspace, found.items[i].path, found.items[i].range);
        for (size_t f = 0; f < found.items[i].fix_count; f++)
            check_fix(workspace, &found.items[i].fixes[f], &results->arena);
    }
    planls_actions_at(workspace, path, range, &found, results, &actions);
    for (size_t i = 0; i < actions.len; i++)
        if (actions.items[i].name &&
            planls_action_edits(workspace, path, range, actions.items[i].name,
                                actions.items[i].argument, results, &fix, &refusal))
            check_fix(workspace, &fix, &results->arena);
    if (planls_prepare_rename(workspace, path, at, results, &range, &name))
        check_range(workspace, path, range);
    if (planls_rename(workspace, path, at, names[at % 4], results, &fix, &refusal))
        check_fix(workspace, &fix, &results->arena);
    struct planls_move move = {path, "other/b.md"};
    planls_move_files(workspace, &move, 1, NULL, results, &fix);
    check_fix(workspace, &fix, &results->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEADER)
        return 0;
    struct slice rest = {(const char *)data + HEADER, size - HEADER};
    size_t feed = slice_find_byte(rest, '\f');
    struct slice plan = slice_sub(rest, 0, feed);
    struct slice tasks = feed == SLICE_NONE ? SLICE("") : slice_from(rest, feed + 1);
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    planls_workspace_put(workspace, "plan.md", plan.ptr, plan.len);
    planls_workspace_put(workspace, "tasks/a.md", tasks.ptr, tasks.len);
    planls_workspace_set_today(workspace, 2026, 3, 1 + data[0] % 28);
    const char *path = data[1] % 4 && tasks.len ? "tasks/a.md" : "plan.md";
    size_t len = path[0] == 't' ? tasks.len : plan.len;
    ask_of_all(workspace, path, results);
    for (size_t i = 2; i < HEADER; i += 2) {
        uint32_t at = (uint32_t)((data[i] * 256u + data[i + 1]) % (len + 1));
        ask_at(workspace, path, at, results);
        change_at(workspace, path, at, results);
    }
    planls_results_free(results);
    planls_workspace_free(workspace);
    return 0;
}
