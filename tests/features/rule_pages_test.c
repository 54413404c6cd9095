/* pages_test.c: every rule's page is its test: Example raises exactly that rule, Better raises
 * nothing, and the fix turns Example into Better.
 *
 * Example and Better hold one or more fenced documents. The words behind "markdown" on the opening
 * fence: the document's path (default plan.md), then optionally profile=strict, today=YYYY-MM-DD,
 * count=N (how many findings; default 1), fix=N (which fix gives Better; default 1, 0 for none), gate
 * (as before a merge; so is every page of a rule that speaks only there), base (the document as it was
 * at the revision a gate compares with) or encoding=latin1 (it is turned from UTF-8 into Latin-1).
 * A document that Better leaves out is as in Example. Folders of the documents exist; nothing else
 * does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"
#include "rules/rule.h"
#include "text/edit.h"
#include "text/utf8.h"

#include <planls/diagnostic.h>
#include <stdio.h>
#include <string.h>

struct page_document {
    struct slice path, text;
    bool base, latin1;
};

struct page_part {
    struct page_document documents[8];
    size_t count;
    bool strict, gate;
    date_days today;
    unsigned findings, fix;
};

static struct slice section_of(struct slice page, const char *title)
{
    char heading[64];
    snprintf(heading, sizeof heading, "\n## %s\n", title);
    size_t at = slice_find(page, slice_of(heading));
    if (at == SLICE_NONE)
        return SLICE("");
    struct slice rest = slice_from(page, at + strlen(heading));
    bool in_fence = false;
    for (size_t i = 0; i < rest.len;) {
        struct slice line = slice_from(rest, i);
        if (slice_starts(line, SLICE("```")))
            in_fence = !in_fence;
        if (!in_fence && slice_starts(line, SLICE("## ")))
            return slice_sub(rest, 0, i);
        size_t end = slice_find_byte(line, '\n');
        i = end == SLICE_NONE ? rest.len : i + end + 1;
    }
    return rest;
}

static void read_option(struct page_part *part, struct page_document *document, struct slice word)
{
    if (slice_starts(word, SLICE("profile=")))
        part->strict = slice_is(slice_from(word, 8), "strict");
    else if (slice_starts(word, SLICE("today=")))
        part->today = date_parse_iso(slice_from(word, 6));
    else if (slice_starts(word, SLICE("count=")))
        assert_true(slice_to_u32(slice_from(word, 6), &part->findings));
    else if (slice_starts(word, SLICE("fix=")))
        assert_true(slice_to_u32(slice_from(word, 4), &part->fix));
    else if (slice_is(word, "gate"))
        part->gate = true;
    else if (slice_is(word, "base"))
        part->gate = document->base = true;
    else if (slice_is(word, "encoding=latin1"))
        document->latin1 = true;
    else if (word.len)
        document->path = word;
}

static struct page_part read_part(struct slice section)
{
    struct page_part part = {.today = DATE_NONE, .findings = 1, .fix = 1};
    for (;;) {
        size_t open = slice_find(section, SLICE("```markdown"));
        if (open == SLICE_NONE)
            return part;
        section = slice_from(section, open);
        size_t line_end = slice_find_byte(section, '\n');
        struct page_document *document = &part.documents[part.count++];
        assert_true(part.count <= 8);
        document->path = SLICE("plan.md");
        struct slice_split words = {slice_sub(section, 11, line_end), false};
        struct slice word;
        while (slice_split_next(&words, ' ', &word))
            read_option(&part, document, word);
        section = slice_from(section, line_end + 1);
        size_t close = slice_find(section, SLICE("\n```\n"));
        if (slice_starts(section, SLICE("```\n")))
            close = 0;
        assert_true(close != SLICE_NONE);
        document->text = slice_sub(section, 0, close + 1);
        section = slice_from(section, close + 4);
    }
}

static void add_folders(struct planls_workspace *workspace, struct slice path)
{
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/')
            workspace_set_path(workspace->ws, slice_sub(path, 0, i), PATH_FOLDER);
}

static void put_document(struct planls_workspace *workspace, const struct page_document *document)
{
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < document->text.len;) {
        uint32_t codepoint;
        unsigned length = utf8_decode(slice_from(document->text, i), &codepoint);
        if (document->latin1)
            strbuf_putc(&bytes, (char)codepoint);
        else
            strbuf_append(&bytes, slice_sub(document->text, i, i + length));
        i += length;
    }
    workspace_put(workspace->ws, document->path, strbuf_slice(&bytes));
    strbuf_release(&bytes);
}

static void put_documents(struct planls_workspace *workspace, const struct page_part *part,
                          bool base)
{
    for (size_t i = 0; part && i < part->count; i++) {
        if (part->documents[i].base != base)
            continue;
        put_document(workspace, &part->documents[i]);
        add_folders(workspace, part->documents[i].path);
    }
}

static struct planls_workspace *open_documents(const struct page_part *part,
                                               const struct page_part *under, bool gate, bool base)
{
    struct planls_workspace *workspace = planls_workspace_new();
    const struct page_part *first = under ? under : part;
    struct settings settings;
    settings_init(&settings);
    settings.profile = first->strict ? PROFILE_STRICT : PROFILE_STANDARD;
    settings.gate = gate;
    planls_workspace_configure(workspace, &settings);
    workspace->today = first->today;
    put_documents(workspace, under, base);
    put_documents(workspace, part, base);
    struct arena arena;
    arena_init(&arena);
    struct slice unknown[64];
    for (size_t n; (n = workspace_unknown_paths(workspace->ws, unknown, 64, &arena)) > 0;)
        for (size_t i = 0; i < n; i++)
            workspace_set_path(workspace->ws, unknown[i], PATH_MISSING);
    arena_release(&arena);
    return workspace;
}

/* The documents of a part over those of another, and what they are compared with. */
struct page_workspace {
    struct planls_workspace *now, *base;
};

static struct page_workspace open_part(const struct rule *rule, const struct page_part *part,
                                       const struct page_part *under)
{
    bool gate = rule->gate == RULE_GATE_ONLY || part->gate || (under && under->gate);
    struct page_workspace opened = {open_documents(part, under, gate, false),
                                    open_documents(part, under, gate, true)};
    planls_workspace_set_base(opened.now, opened.base);
    return opened;
}

static void close_part(struct page_workspace *opened)
{
    planls_workspace_free(opened->now);
    planls_workspace_free(opened->base);
}

static void check_all(struct planls_workspace *workspace, struct planls_results *results,
                      struct planls_diagnostics *out)
{
    for (size_t i = 0; i < workspace_count(workspace->ws); i++)
        planls_check(workspace, workspace_at(workspace->ws, i)->path.ptr, results, out);
}

static unsigned print_unexpected(const char *page, const char *part,
                                 const struct planls_diagnostics *found, const char *expected,
                                 unsigned count)
{
    unsigned right = 0, wrong = 0;
    for (size_t i = 0; i < found->len; i++) {
        const struct planls_diagnostic *diagnostic = &found->items[i];
        if (slice_is(slice_of(diagnostic->code), expected)) {
            right++;
            continue;
        }
        wrong++;
        print_error("%s, %s: unexpected %s in %s at byte %u: %s\n", page, part, diagnostic->code,
                    diagnostic->path, diagnostic->range.start, diagnostic->message);
    }
    if (right != count) {
        print_error("%s, %s: %u findings of the rule, expected %u\n", page, part, right, count);
        wrong++;
    }
    return wrong;
}

/* Applies a fix to the documents of the workspace; new documents are added. */
static void apply_fix(struct planls_workspace *workspace, const struct planls_fix *fix)
{
    for (size_t e = fix->edit_count; e-- > 0;) { /* from the last, so that offsets stay right */
        const struct planls_edit *edit = &fix->edits[e];
        struct slice path = slice_of(edit->path), text = {edit->new_text, edit->new_len};
        struct strbuf copy;
        strbuf_init(&copy, STRBUF_NO_LIMIT);
        strbuf_append(&copy, path);
        if (edit->create)
            workspace_put(workspace->ws, strbuf_slice(&copy), text);
        else
            assert_non_null(
                workspace_edit(workspace->ws, strbuf_slice(&copy), facade_span(edit->range), text));
        strbuf_release(&copy);
    }
}

static unsigned test_fix(const struct rule *rule, const struct page_part *example,
                         const struct page_part *better)
{
    struct page_workspace opened = open_part(rule, example, NULL);
    struct planls_workspace *workspace = opened.now;
    struct planls_results *results = planls_results_new();
    unsigned wrong = 0;
    /* One finding at a time: a fix may move the others. */
    for (unsigned round = 0; round < example->findings; round++) {
        struct planls_diagnostics found = {0};
        check_all(workspace, results, &found);
        if (found.len == 0)
            break; /* one fix mended several */
        if (found.items[0].fix_count < example->fix) {
            print_error("%s: no fix %u\n", rule->name, example->fix);
            wrong++;
            break;
        }
        apply_fix(workspace, &found.items[0].fixes[example->fix - 1]);
    }
    for (size_t i = 0; i < better->count; i++) {
        if (better->documents[i].base)
            continue;
        const struct document *document = workspace_find(workspace->ws, better->documents[i].path);
        if (document && slice_equal(document->text.bytes, better->documents[i].text))
            continue;
        print_error("%s: the fix gives\n%.*s\n", rule->name,
                    document ? (int)document->text.bytes.len : 0,
                    document ? document->text.bytes.ptr : "");
        wrong++;
    }
    planls_results_free(results);
    close_part(&opened);
    return wrong;
}

static unsigned test_page(const struct rule *rule)
{
    struct slice page = slice_of(rule_page(rule->name));
    unsigned wrong = 0;
    char title[80];
    snprintf(title, sizeof title, "# %s\n", rule->name);
    if (!slice_starts(page, slice_of(title))) {
        print_error("%s: the page does not begin with its name\n", rule->name);
        wrong++;
    }
    if (section_of(page, "What it does").len == 0 || section_of(page, "Why").len == 0) {
        print_error("%s: the page lacks What it does or Why\n", rule->name);
        wrong++;
    }
    struct page_part example = read_part(section_of(page, "Example"));
    struct page_part better = read_part(section_of(page, "Better"));
    if (example.count == 0 || better.count == 0) {
        print_error("%s: the page lacks Example or Better\n", rule->name);
        return wrong + 1;
    }
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct page_workspace opened = open_part(rule, &example, NULL);
    check_all(opened.now, results, &found);
    wrong += print_unexpected(rule->name, "Example", &found, rule->name, example.findings);
    close_part(&opened);

    found = (struct planls_diagnostics){0};
    opened = open_part(rule, &better, &example);
    check_all(opened.now, results, &found);
    wrong += print_unexpected(rule->name, "Better", &found, "", 0);
    close_part(&opened);
    planls_results_free(results);

    bool has_fix = section_of(page, "Fix").len > 0 && example.fix > 0;
    return wrong + (has_fix ? test_fix(rule, &example, &better) : 0);
}

static void test_pages(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < rule_count; i++)
        wrong += test_page(rule_table[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};
    return cmocka_run_group_tests_name("rule pages", tests, NULL, NULL);
}
