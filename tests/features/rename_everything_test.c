/* rename_everything_test.c: at random, in documents that refer to each other in every way there is: whatever is
 * renamed, wherever the cursor stands, every reference, task, dependency and person means what it meant, and
 * renaming back gives the same bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edited.h"

#include <stdio.h>
#include <stdlib.h>

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static uint32_t random_of(uint32_t *seed, uint32_t count)
{
    return random_next(seed) % count;
}

/* ---- documents --------------------------------------------------------------------------------- */

static const char *const paths[] = {"plan.md", "docs/notes.md", "docs/the plan.md", "tasks/t.md"};
#define DOCUMENTS 4
static const char *const titles[] = {"Pier",     "New Pier",    "Quay & Crane", "Été",
                                     "🚀 Launch", "第一期 埠頭", "Same",         "Same",
                                     "Road",     "`deck` work"};
#define TITLES 10
static const char *const people[] = {"Marta", "Jonas Falk", "Li Wei"};
#define PEOPLE 3

static void put_heading(struct strbuf *out, uint32_t *seed, unsigned number)
{
    const char *title = titles[random_of(seed, TITLES)];
    switch (random_of(seed, 7)) {
    case 0:
        strbuf_printf(out, "## Initiative: %s\n", title);
        break;
    case 1:
        strbuf_printf(out, "## %s ##\n", title);
        break;
    case 2:
        strbuf_printf(out, "Initiative: %s\n------\n", title);
        break;
    case 3:
        strbuf_printf(out, "## %u. %s\n", number, title);
        break;
    case 4:
        strbuf_printf(out, "### Phase %u: %s (Weeks %u-%u)\n", number, title, number, number + 1);
        break;
    case 5:
        strbuf_printf(out, "## %s {#at-%u}\n", title, number);
        break;
    default:
        strbuf_printf(out, "## %s\n", title);
        break;
    }
}

static void put_item(struct strbuf *out, uint32_t *seed, unsigned number)
{
    const char *person = people[random_of(seed, PEOPLE)];
    put_heading(out, seed, number);
    switch (random_of(seed, 4)) {
    case 0:
        strbuf_printf(out, "- **Owner:** %s (Builder), %s\n", person,
                      people[random_of(seed, PEOPLE)]);
        break;
    case 1:
        strbuf_printf(out, "**Owner**: %s\n", person);
        break;
    case 2:
        strbuf_printf(
            out, "| Field | Value |\n| --- | --- |\n| **Owner** | %s |\n| **Budget** | $3K |\n",
            person);
        break;
    default:
        strbuf_puts(out, "- **Budget:** $30K\n");
        break;
    }
    strbuf_puts(out, "\n");
}

static void put_task(struct strbuf *out, uint32_t *seed, unsigned number)
{
    strbuf_printf(out, "- [ ] T%03u Dig", number);
    if (number > 1 && random_of(seed, 2))
        strbuf_printf(out, " (depends on T%03u)", 1 + random_of(seed, number - 1));
    if (random_of(seed, 3) == 0)
        strbuf_puts(out, " @marta");
    strbuf_puts(out, "\n");
}

static void put_front_matter(struct strbuf *out, uint32_t *seed, const struct model *plan)
{
    if (plan->items.len == 0)
        return;
    const struct item *item = &plan->items.items[random_of(seed, (uint32_t)plan->items.len)];
    switch (random_of(seed, 5)) {
    case 0:
        strbuf_printf(out, "---\ninitiative: \"%.*s\"\n---\n", SLICE_ARG(item->title));
        break;
    case 1:
        strbuf_printf(out, "---\ninitiative:\n  - '%.*s'\n---\n", SLICE_ARG(item->title));
        break;
    case 2:
        strbuf_printf(out, "---\ninitiative: plan.md#%.*s\nowner: Marta\n---\n",
                      SLICE_ARG(item->anchor));
        break;
    case 3:
        strbuf_printf(out, "---\nowners: [Marta, \"Jonas Falk\"]\ninitiative: [\"%.*s\"]\n---\n",
                      SLICE_ARG(item->title));
        break;
    default:
        strbuf_printf(out, "**Initiative:** %.*s\n**Owner:** @marta\n\n", SLICE_ARG(item->title));
        break;
    }
}

/* One of the ways to name a heading of `to` in `from`. */
static void put_reference(struct strbuf *out, uint32_t *seed, const char *from,
                          const struct document *to, struct arena *arena)
{
    const struct model *model = to->model;
    if (model->headings.len == 0)
        return;
    const struct heading *heading =
        &model->headings.items[random_of(seed, (uint32_t)model->headings.len)];
    struct slice path = path_relative(slice_of(from), to->path, arena);
    bool spaced = slice_find_byte(path, ' ') != SLICE_NONE;
    const char *open = spaced ? "<" : "", *close = spaced ? ">" : "";
    switch (random_of(seed, 11)) {
    case 0:
        strbuf_printf(out, "See [%.*s](%s%.*s#%.*s%s).\n\n", SLICE_ARG(heading->title), open,
                      SLICE_ARG(path), SLICE_ARG(heading->anchor), close);
        break;
    case 1:
        strbuf_printf(out, "- [ ] Paint ([it](<%.*s#%.*s>))\n\n", SLICE_ARG(path),
                      SLICE_ARG(heading->anchor));
        break;
    case 2:
        strbuf_printf(out, "See [[%.*s#%.*s]].\n\n", SLICE_ARG(to->path),
                      SLICE_ARG(heading->title));
        break;
    case 3:
        strbuf_printf(out, "- [ ] Sweep [[%.*s#%.*s|as planned]]\n\n", SLICE_ARG(to->path),
                      SLICE_ARG(heading->title));
        break;
    case 4:
        strbuf_printf(out, "| Work | Where |\n| --- | --- |\n| Paint | [%.*s](%s%.*s#%.*s%s) |\n\n",
                      SLICE_ARG(heading->title), open, SLICE_ARG(path), SLICE_ARG(heading->anchor),
                      close);
        break;
    case 5:
        if (heading->number.len)
            strbuf_printf(out, "See %.*s - Section %.*s.\n\n", SLICE_ARG(path),
                          SLICE_ARG(heading->number));
        break;
    case 6:
        strbuf_printf(out, "See [the part][p%zu].\n\n[p%zu]: %s%.*s#%.*s%s\n\n", out->len, out->len,
                      open, SLICE_ARG(path), SLICE_ARG(heading->anchor), close);
        break;
    case 7:
        strbuf_printf(out, "## %.*s\n\n- [ ] Look at it\n\n", SLICE_ARG(heading->title));
        break;
    case 8:
        strbuf_printf(out, "**Depends on:** %.*s\n\n", SLICE_ARG(heading->title));
        break;
    case 9:
        strbuf_printf(out, "**%.*s** - \"%.*s\" says more.\n\n", SLICE_ARG(path),
                      SLICE_ARG(heading->title));
        break;
    default:
        if (slice_is(to->path, from))
            strbuf_printf(out, "See [above](#%.*s).\n\n", SLICE_ARG(heading->anchor));
        break;
    }
}

static void put_again(struct planls_workspace *workspace, const char *path,
                      const struct strbuf *before, const struct strbuf *more)
{
    struct strbuf text;
    const struct document *document = facade_document(workspace, path);
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_append(&text, strbuf_slice(before));
    if (document)
        strbuf_append(&text, document->text.bytes);
    strbuf_append(&text, strbuf_slice(more));
    workspace_put(workspace->ws, slice_of(path), strbuf_slice(&text));
    strbuf_release(&text);
}

static void fill(struct planls_workspace *workspace, uint32_t *seed, struct arena *arena)
{
    struct strbuf before, more;
    strbuf_init(&before, STRBUF_NO_LIMIT);
    strbuf_init(&more, STRBUF_NO_LIMIT);
    for (unsigned d = 0, number = 1; d < DOCUMENTS; d++) {
        strbuf_clear(&more);
        for (unsigned n = random_of(seed, 5); n > 0; n--)
            put_item(&more, seed, number++);
        put_again(workspace, paths[d], &before, &more);
    }
    for (unsigned d = 0; d < DOCUMENTS; d++) {
        strbuf_clear(&before);
        strbuf_clear(&more);
        if (d > 0)
            put_front_matter(&before, seed, facade_document(workspace, "plan.md")->model);
        for (unsigned n = random_of(seed, 6); n > 0; n--)
            put_reference(&more, seed, paths[d],
                          facade_document(workspace, paths[random_of(seed, DOCUMENTS)]), arena);
        for (unsigned n = 1; d == 3 && n < 5; n++)
            put_task(&more, seed, n);
        put_again(workspace, paths[d], &before, &more);
    }
    strbuf_release(&before);
    strbuf_release(&more);
}

/* ---- what is meant ----------------------------------------------------------------------------- */

/* A name that several have means nothing; once one of them is called something else, it does: '?'. */
static void put_target(struct strbuf *out, enum resolution result, const struct target *target)
{
    strbuf_printf(out, "%c %d %.*s %u %u %u\n", result == AMBIGUOUS ? '?' : ' ', (int)result,
                  SLICE_ARG(target->document ? target->document->path : SLICE("")), target->heading,
                  target->item, target->task);
}

/* Who is who: the number of the first place at which the same person is named. */
struct seen {
    VEC_MEMBERS(struct slice);
};

static void put_people(struct strbuf *out, const struct people *all, struct arena *arena,
                       struct seen *seen)
{
    for (size_t i = 0; i < all->len; i++) {
        size_t first = 0;
        while (first < seen->len && !slice_equal(seen->items[first], all->items[i].key))
            first++;
        *VEC_PUSH(arena, seen) = all->items[i].key;
        strbuf_printf(out, "  person %zu\n", first);
    }
}

static void put_dependencies(struct strbuf *out, const struct planls_workspace *workspace,
                             const struct document *document, uint32_t item, uint32_t task,
                             const struct dependencies *all)
{
    for (size_t i = 0; i < all->len; i++) {
        struct target target = {0};
        enum resolution result =
            resolve_dependency(workspace->ws, document, item, task, &all->items[i], &target);
        put_target(out, result, &target);
    }
}

static void put_document(struct strbuf *out, const struct planls_workspace *workspace,
                         const struct document *document, struct arena *arena, struct seen *seen)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->references.len; i++) {
        struct target target = {0};
        enum resolution result =
            resolve_reference(workspace->ws, document, &model->references.items[i], &target);
        put_target(out, result, &target);
    }
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        strbuf_printf(out, "  task %u\n", t);
        for (uint32_t c = 0; c < task->claims.len; c++) {
            struct target target = {0};
            enum resolution result = resolve_task_claim(workspace->ws, document, t, c, &target);
            put_target(out, result, &target);
        }
        put_people(out, &task->owners, arena, seen);
        put_dependencies(out, workspace, document, NO_INDEX, t, &task->depends_on);
    }
    for (uint32_t i = 0; i < model->items.len; i++) {
        strbuf_printf(out, "  item %u\n", i);
        put_people(out, &model->items.items[i].owners, arena, seen);
        put_dependencies(out, workspace, document, i, NO_INDEX, &model->items.items[i].depends_on);
    }
    put_people(out, &model->people, arena, seen);
    put_people(out, &model->owners, arena, seen);
}

static struct slice meanings(const struct planls_workspace *workspace, struct arena *arena)
{
    struct strbuf out;
    struct seen seen = {0};
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t d = 0; d < workspace_count(workspace->ws); d++)
        put_document(&out, workspace, workspace_at(workspace->ws, d), arena, &seen);
    struct slice text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

static struct slice all_bytes(const struct planls_workspace *workspace, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t d = 0; d < workspace_count(workspace->ws); d++)
        strbuf_printf(&out, "=== %.*s\n%.*s", SLICE_ARG(workspace_at(workspace->ws, d)->path),
                      SLICE_ARG(workspace_at(workspace->ws, d)->text.bytes));
    struct slice text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* ---- renaming ---------------------------------------------------------------------------------- */

struct trial {
    struct planls_workspace *workspace;
    struct planls_results *results;
    struct arena *arena;
    uint32_t number;
    const char *path, *old_name, *new_name;
    struct slice bytes;
};

static void apply(struct trial *t, const struct planls_fix *fix)
{
    struct slice texts[DOCUMENTS];
    for (size_t d = 0; d < DOCUMENTS; d++)
        texts[d] = edited_text(facade_document(t->workspace, paths[d]), fix, t->arena);
    for (size_t d = 0; d < DOCUMENTS; d++)
        workspace_put(t->workspace->ws, slice_of(paths[d]), texts[d]);
}

static void failed(struct trial *t, const char *why)
{
    fprintf(stderr, "%s\n-------- became\n%s\n", t->bytes.ptr,
            all_bytes(t->workspace, t->arena).ptr);
    fail_msg("trial %u: “%s” in %s was renamed to “%s”: %s", t->number, t->old_name, t->path,
             t->new_name, why);
}

static void check_meanings(struct trial *t, struct slice meant)
{
    struct slice means = meanings(t->workspace, t->arena);
    struct slice_split b = {meant, false}, a = {means, false};
    struct slice was, is = {NULL, 0};
    bool same = true;
    while (same && slice_split_next(&b, '\n', &was))
        same = slice_split_next(&a, '\n', &is) &&
               ((was.len && was.ptr[0] == '?') || slice_equal(was, is));
    if (!same)
        failed(t, arena_printf(t->arena, "“%.*s” was “%.*s”", SLICE_ARG(is), SLICE_ARG(was)));
}

/* The place of the renamed name: its own start, moved by what the edits before it in the document add. */
static uint32_t moved(const struct planls_fix *fix, const char *path, uint32_t at)
{
    int64_t by = 0;
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        if (strcmp(edit->path, path) == 0 && edit->range.end <= at && edit->range.start < at)
            by += (int64_t)edit->new_len - (edit->range.end - edit->range.start);
    }
    return (uint32_t)((int64_t)at + by);
}

static bool rename_back(struct trial *t, uint32_t at)
{
    struct planls_fix fix;
    const char *refusal;
    /* What two were called already, neither can be called again. */
    if (!planls_rename(t->workspace, t->path, at, t->old_name, t->results, &fix, &refusal)) {
        if (!strstr(refusal, " already"))
            failed(t, refusal);
        return false;
    }
    apply(t, &fix);
    struct slice back = all_bytes(t->workspace, t->arena);
    /* Who names "`deck` work" writes it plain, and has its marks when it comes back; and what a handle is
     * called is the name as written there. */
    bool one_form = !strchr(t->old_name, '`') && strcmp(t->old_name, "marta") != 0;
    if (one_form && !slice_equal(back, t->bytes))
        failed(t, "and back it is not what it was");
    return true;
}

static const char *const new_names[] = {"Zora",       "Upper Deck", "Ola Berg",
                                        "Ärger & Co", "Beta 2",     "港 3"};

static bool rename_once(struct trial *t, uint32_t *seed)
{
    struct planls_fix fix;
    struct planls_range range;
    const char *refusal;
    t->path = paths[random_of(seed, DOCUMENTS)];
    struct slice text = facade_document(t->workspace, t->path)->text.bytes;
    uint32_t at = random_of(seed, (uint32_t)text.len + 1);
    t->new_name = new_names[random_of(seed, 6)];
    if (!planls_prepare_rename(t->workspace, t->path, at, t->results, &range, &t->old_name))
        return false;
    /* What a title's words make of a section is for its author to say: an id would make it an item. */
    if (slice_starts(slice_of(t->old_name), SLICE("T0")))
        t->new_name = "T901";
    /* A handle is one word; who has but that is not known by two elsewhere. */
    for (size_t i = 0; i < PEOPLE; i++)
        if (strcmp(t->old_name, people[i]) == 0 || strcmp(t->old_name, "marta") == 0)
            t->new_name = "Zora";
    struct slice meant = meanings(t->workspace, t->arena);
    if (!planls_rename(t->workspace, t->path, at, t->new_name, t->results, &fix, &refusal)) {
        assert_true(refusal[0] != '\0');
        return false;
    }
    assert_true(fix.edit_count > 0);
    uint32_t there = moved(&fix, t->path, range.start);
    apply(t, &fix);
    check_meanings(t, meant);
    return rename_back(t, there);
}

static void test_any_rename(void **state)
{
    (void)state;
    const char *only = getenv("PLANLS_TRIAL");
    unsigned renamed = 0;
    for (uint32_t number = 1; number <= 1500; number++) {
        if (only && (uint32_t)atoi(only) != number)
            continue;
        uint32_t seed = number * 7919;
        struct trial t = {
            .workspace = planls_workspace_new(), .results = planls_results_new(), .number = number};
        t.arena = &t.results->arena;
        fill(t.workspace, &seed, t.arena);
        t.bytes = all_bytes(t.workspace, t.arena);
        renamed += rename_once(&t, &seed);
        planls_results_free(t.results);
        planls_workspace_free(t.workspace);
    }
    assert_true(only || renamed > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_rename)};
    return cmocka_run_group_tests_name("rename everything", tests, NULL, NULL);
}
