/* corpus_test.c: runs the cases of a grammar's corpus folder (its argument) without the tree-sitter CLI.
 *
 * A case, in the CLI's own format:
 *
 *     ======
 *     Name
 *     :error            optional: the tree must hold an error; `:skip`: the case is not run
 *     ======
 *     source, without the line end before the dashes
 *     ------
 *     (tree)
 *
 * What follows the first =s of a file (a suffix such as `||`) must follow them, and the dashes, in the
 * whole file. Of several lines of dashes the longest divides. */
/* For opendir. */
#define _POSIX_C_SOURCE 200809L

#include "base/strbuf.h"

#include <tree_sitter/api.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const TSLanguage *LANGUAGE(void);

struct corpus {
    TSParser *parser;
    const char *path;
    struct slice suffix;
    int run, failed;
};

struct test_case {
    struct slice name, source, tree;
    bool error, skip;
};

/* Cuts the first line, without its line end, from *rest. */
static struct slice cut_line(struct slice *rest)
{
    size_t end = slice_find_byte(*rest, '\n');
    struct slice line = slice_sub(*rest, 0, end == SLICE_NONE ? rest->len : end);
    *rest = slice_from(*rest, end == SLICE_NONE ? rest->len : end + 1);
    if (slice_ends(line, SLICE("\r")))
        line.len--;
    return line;
}

/* How many of `mark` a line of marks and the suffix has (at least 3), or 0. */
static size_t divider(struct slice line, char mark, struct slice suffix)
{
    size_t count = 0;
    while (count < line.len && line.ptr[count] == mark)
        count++;
    return count >= 3 && slice_equal(slice_from(line, count), suffix) ? count : 0;
}

/* At a header: reads it and puts *rest behind it. */
static bool cut_header(struct slice *rest, struct slice suffix, struct test_case *found)
{
    struct slice at = *rest;
    if (!divider(cut_line(&at), '=', suffix))
        return false;
    *found = (struct test_case){.name = cut_line(&at)};
    for (;;) {
        struct slice line = cut_line(&at);
        if (divider(line, '=', suffix))
            break;
        if (line.len == 0 || line.ptr[0] != ':')
            return false;
        found->error |= slice_is(line, ":error");
        found->skip |= slice_is(line, ":skip");
    }
    *rest = at;
    return true;
}

static struct slice between(const char *start, const char *end)
{
    return (struct slice){start, (size_t)(end - start)};
}

/* Cuts the next case from *rest, which begins with its header. */
static bool cut_case(struct slice *rest, struct slice suffix, struct test_case *found)
{
    if (!cut_header(rest, suffix, found))
        return false;
    const char *start = rest->ptr, *source_end = start, *tree = start;
    size_t longest = 0;
    struct test_case next;
    for (;;) {
        struct slice at = *rest;
        if (rest->len == 0 || cut_header(&at, suffix, &next))
            break;
        const char *line_start = rest->ptr;
        size_t dashes = divider(cut_line(rest), '-', suffix);
        if (dashes > longest) {
            longest = dashes;
            source_end = line_start;
            tree = rest->ptr;
        }
    }
    found->source = between(start, source_end);
    found->tree = between(tree, rest->ptr);
    if (slice_ends(found->source, SLICE("\n")))
        found->source.len--;
    if (slice_ends(found->source, SLICE("\r")))
        found->source.len--;
    return true;
}

/* Runs of space as one; none at the ends and before a parenthesis that closes. */
static void put_normalised(struct strbuf *out, struct slice tree)
{
    bool space = false;
    strbuf_puts(out, "");
    for (size_t i = 0; i < tree.len; i++) {
        char c = tree.ptr[i];
        if (ascii_is_space(c)) {
            space = out->len > 0;
            continue;
        }
        if (space && c != ')')
            strbuf_putc(out, ' ');
        space = false;
        strbuf_putc(out, c);
    }
}

static void run_case(struct corpus *corpus, const struct test_case *test)
{
    corpus->run++;
    TSTree *tree =
        ts_parser_parse_string(corpus->parser, NULL, test->source.ptr, (uint32_t)test->source.len);
    TSNode root = ts_tree_root_node(tree);
    char *sexp = ts_node_string(root);
    struct strbuf expected, actual;
    strbuf_init(&expected, STRBUF_NO_LIMIT);
    strbuf_init(&actual, STRBUF_NO_LIMIT);
    put_normalised(&expected, test->tree);
    put_normalised(&actual, slice_of(sexp));
    bool equal = slice_equal(strbuf_slice(&expected), strbuf_slice(&actual));
    if (test->error ? !ts_node_has_error(root) : !equal) {
        corpus->failed++;
        printf("%s: %.*s\n  expected %s\n  actual   %s\n", corpus->path, SLICE_ARG(test->name),
               test->error ? "an error" : expected.ptr, actual.ptr);
    }
    strbuf_release(&expected);
    strbuf_release(&actual);
    free(sexp);
    ts_tree_delete(tree);
}

static void run_file(struct corpus *corpus)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    FILE *file = fopen(corpus->path, "rb");
    char buffer[65536];
    size_t count;
    while (file && (count = fread(buffer, 1, sizeof buffer, file)) > 0)
        strbuf_append(&text, (struct slice){buffer, count});
    if (file)
        fclose(file);
    struct slice rest = strbuf_slice(&text), first = rest;
    struct slice line = cut_line(&first);
    size_t equals = 0;
    while (equals < line.len && line.ptr[equals] == '=')
        equals++;
    corpus->suffix = slice_from(line, equals);
    struct test_case test;
    while (cut_case(&rest, corpus->suffix, &test))
        if (!test.skip)
            run_case(corpus, &test);
    if (rest.len > 0 || text.len == 0) {
        corpus->failed++;
        printf("%s: no case at: %.60s\n", corpus->path, rest.len > 0 ? rest.ptr : "");
    }
    strbuf_release(&text);
}

int main(int argc, char **argv)
{
    struct corpus corpus = {.parser = ts_parser_new()};
    DIR *dir = argc == 2 ? opendir(argv[1]) : NULL;
    if (!dir || !ts_parser_set_language(corpus.parser, LANGUAGE())) {
        fprintf(stderr, "usage: corpus_test FOLDER\n");
        return EXIT_FAILURE;
    }
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        char path[4096];
        if (!slice_ends(slice_of(entry->d_name), SLICE(".txt")))
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        corpus.path = path;
        run_file(&corpus);
    }
    closedir(dir);
    ts_parser_delete(corpus.parser);
    printf("%d cases, %d failed\n", corpus.run, corpus.failed);
    return corpus.failed > 0 || corpus.run == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
