/* incremental_test.c: after any sequence of edits the tree and the blocks equal those of a cold parse,
 * and no bytes give an error node. Random edits, the same on every machine. */
/* For opendir. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../sample_documents.h"
#include "base/strbuf.h"
#include "syntax/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (uint32_t)(sizeof(array) / sizeof *(array))

/* xorshift64* */
static uint32_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (uint32_t)((*state * 0x2545F4914F6CDD1Du) >> 32);
}

/* What structure is made of, and what can break it. */
static const char *const snippets[] = {"a",
                                       " ",
                                       "\n",
                                       "\r\n",
                                       "\n\n",
                                       "\t",
                                       "    ",
                                       "  ",
                                       "#",
                                       "# h\n",
                                       "## h\n",
                                       "###### x\n",
                                       "===\n",
                                       "---\n",
                                       "- ",
                                       "* ",
                                       "+ x\n",
                                       "1. ",
                                       "2) y\n",
                                       "> ",
                                       ">",
                                       "```\n",
                                       "~~~",
                                       "`",
                                       "- [ ] t\n",
                                       "[x] ",
                                       "| a | b |\n",
                                       "|---|---|\n",
                                       "|",
                                       "\\|",
                                       "<!-- ",
                                       "-->",
                                       "<div>\n",
                                       "</div>\n",
                                       "<pre>",
                                       "</pre>",
                                       "<?",
                                       "?>",
                                       "[a]: b\n",
                                       "'t'\n",
                                       "[",
                                       "]:",
                                       "é",
                                       "漢字",
                                       "🚀",
                                       "\xff",
                                       "\xe2\x82",
                                       "\r",
                                       "\xEF\xBB\xBF",
                                       "---\nk: v\n---\n",
                                       "...\n",
                                       "***\n",
                                       "word word word\n",
                                       "\n\n    code\n",
                                       "\n- a\n\n  b\n\n- c\n",
                                       "\n> q\n> - i\n>   j\nlazy\n",
                                       "x | y\n-|-\n1 | 2\n"};

static struct slice random_snippet(uint64_t *state)
{
    static const char nul[] = "\0";
    uint32_t pick = next_random(state) % (COUNT(snippets) + 1);
    return pick == COUNT(snippets) ? (struct slice){nul, 1} : slice_of(snippets[pick]);
}

static void random_document(uint64_t *state, struct strbuf *out, uint32_t pieces)
{
    for (uint32_t i = 0; i < pieces; i++)
        strbuf_append(out, random_snippet(state));
}

struct edit {
    struct span span;
    struct slice text;
};

static struct edit random_edit(uint64_t *state, struct slice text)
{
    struct edit edit;
    edit.span.start = next_random(state) % (uint32_t)(text.len + 1);
    uint32_t kind = next_random(state) % 8;
    uint32_t cut = kind < 4 ? 0 : kind < 7 ? next_random(state) % 4 : next_random(state) % 200;
    edit.span.end = edit.span.start + cut < text.len ? edit.span.start + cut : (uint32_t)text.len;
    edit.text = kind == 4 ? SLICE("") : random_snippet(state);
    return edit;
}

static void apply(struct slice text, struct edit edit, struct strbuf *out)
{
    strbuf_clear(out);
    strbuf_append(out, slice_sub(text, 0, edit.span.start));
    strbuf_append(out, edit.text);
    strbuf_append(out, slice_from(text, edit.span.end));
}

static void check_same(struct syntax_tree *edited, struct syntax_tree *cold, struct slice text)
{
    syntax_tree_parse(cold, text);
    char *a = syntax_tree_sexp(edited), *b = syntax_tree_sexp(cold);
    struct arena arena;
    arena_init(&arena);
    struct blocks x = syntax_tree_blocks(edited, text, &arena);
    struct blocks y = syntax_tree_blocks(cold, text, &arena);
    struct blocks z = syntax_blocks(text, &arena); /* without a tree */
    bool same = strcmp(a, b) == 0 && x.len == y.len && memcmp(x.v, y.v, x.len * sizeof *x.v) == 0 &&
                x.len == z.len && memcmp(x.v, z.v, x.len * sizeof *x.v) == 0;
    if (!same || syntax_tree_has_error(cold))
        print_error("text:\n%.*s\nedited: %s\ncold: %s\n", SLICE_ARG(text), a, b);
    assert_false(syntax_tree_has_error(cold));
    assert_true(same);
    free(a);
    free(b);
    arena_release(&arena);
}

static void edit_randomly(struct slice start, uint64_t *state, unsigned edits)
{
    struct syntax_tree *edited = syntax_tree_new(), *cold = syntax_tree_new();
    struct strbuf buffers[2];
    strbuf_init(&buffers[0], STRBUF_NO_LIMIT);
    strbuf_init(&buffers[1], STRBUF_NO_LIMIT);
    strbuf_append(&buffers[0], start);
    syntax_tree_parse(edited, start);
    for (unsigned i = 0; i < edits; i++) {
        struct strbuf *old = &buffers[i % 2], *now = &buffers[(i + 1) % 2];
        struct edit edit = random_edit(state, strbuf_slice(old));
        apply(strbuf_slice(old), edit, now);
        syntax_tree_edit(edited, strbuf_slice(old), edit.span, (uint32_t)edit.text.len,
                         strbuf_slice(now));
        check_same(edited, cold, strbuf_slice(now));
    }
    strbuf_release(&buffers[0]);
    strbuf_release(&buffers[1]);
    syntax_tree_free(edited);
    syntax_tree_free(cold);
}

static void test_random_documents(void **state)
{
    (void)state;
    uint64_t seed = 0x9E3779B97F4A7C15u;
    for (uint32_t i = 0; i < 250; i++) {
        struct strbuf text;
        strbuf_init(&text, STRBUF_NO_LIMIT);
        random_document(&seed, &text, i % 60);
        edit_randomly(strbuf_slice(&text), &seed, 60);
        strbuf_release(&text);
    }
}

/* Every third of the sample documents beside the repository. */
static void test_sample_documents(void **state)
{
    (void)state;
    const char *folder;
    DIR *dir = sample_documents(&folder);
    uint64_t seed = 0xD1B54A32D192ED03u;
    struct dirent *entry;
    for (unsigned i = 0; (entry = readdir(dir)) != NULL;) {
        char path[4096];
        static char buffer[24 * 1024];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = slice_ends(slice_of(path), SLICE(".md")) ? fopen(path, "rb") : NULL;
        if (!file || i++ % 3 != 0) {
            if (file)
                fclose(file);
            continue;
        }
        struct slice text = {buffer, fread(buffer, 1, sizeof buffer, file)};
        fclose(file);
        edit_randomly(text, &seed, 30);
    }
    closedir(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_documents),
        cmocka_unit_test(test_sample_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
