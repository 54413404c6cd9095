/* parse_bench.c: cold parse, re-parse after one typed character, and reading the blocks. */
#define _POSIX_C_SOURCE 200809L

#include "parse_documents.h"
#include "syntax/tree.h"

#include <tree_sitter/api.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef BENCH_CMARK
#include <cmark-gfm-core-extensions.h>
#endif
#ifdef BENCH_MARKDOWN
const TSLanguage *tree_sitter_markdown(void);
#endif

#define EDITS      41
#define MIN_ROUNDS 3
#define MIN_TIME   0.3 /* seconds that each cold measurement lasts at least */

/* CPU time: other processes on the machine count less than they would by the clock. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Best of some rounds, in seconds. */
static double best_of(void (*run)(struct slice text), struct slice text)
{
    double best = 1e9, begin = now();
    for (unsigned i = 0; i < MIN_ROUNDS || now() - begin < MIN_TIME; i++) {
        double start = now();
        run(text);
        double took = now() - start;
        best = took < best ? took : best;
    }
    return best;
}

static int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times)
{
    qsort(times, EDITS, sizeof *times, compare_times);
    return times[EDITS / 2];
}

/* The i-th place to type at: behind a letter, anywhere in the document. */
static uint32_t edit_place(struct slice text, unsigned i)
{
    size_t at = (text.len - 2) / EDITS * i + text.len / EDITS / 2;
    while (at + 1 < text.len && !ascii_is_alpha(text.ptr[at]))
        at++;
    return (uint32_t)at + 1;
}

/* The text with one letter more at `at`. */
static struct slice with_letter(struct slice text, uint32_t at, char *buffer)
{
    memcpy(buffer, text.ptr, at);
    buffer[at] = 'x';
    memcpy(buffer + at + 1, text.ptr + at, text.len - at);
    return (struct slice){buffer, text.len + 1};
}

static void ours_cold(struct slice text)
{
    struct syntax_tree *tree = syntax_tree_new();
    syntax_tree_parse(tree, text);
    syntax_tree_free(tree);
}

static double ours_edit(struct slice text, char *buffer)
{
    double times[EDITS];
    struct syntax_tree *tree = syntax_tree_new();
    syntax_tree_parse(tree, text);
    for (unsigned i = 0; i < EDITS; i++) {
        uint32_t at = edit_place(text, i);
        struct slice edited = with_letter(text, at, buffer);
        double start = now();
        syntax_tree_edit(tree, text, (struct span){at, at}, 1, edited);
        times[i] = now() - start;
        syntax_tree_edit(tree, edited, (struct span){at, at + 1}, 0, text);
    }
    syntax_tree_free(tree);
    return median(times);
}

static double ours_blocks(struct slice text)
{
    double best = 1e9;
    struct syntax_tree *tree = syntax_tree_new();
    for (unsigned i = 0; i < 5; i++) {
        struct arena arena;
        arena_init(&arena);
        syntax_tree_parse(tree, text); /* else the blocks of the last round would be taken over */
        double start = now();
        syntax_tree_blocks(tree, text, &arena);
        double took = now() - start;
        best = took < best ? took : best;
        arena_release(&arena);
    }
    syntax_tree_free(tree);
    return best;
}

#ifdef BENCH_CMARK
static void cmark_cold(struct slice text)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
    cmark_parser_feed(parser, text.ptr, text.len);
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}
#endif

#ifdef BENCH_MARKDOWN
static TSParser *markdown_parser(void)
{
    TSParser *parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_markdown());
    return parser;
}

static void markdown_cold(struct slice text)
{
    TSParser *parser = markdown_parser();
    ts_tree_delete(ts_parser_parse_string(parser, NULL, text.ptr, (uint32_t)text.len));
    ts_parser_delete(parser);
}

static TSPoint point_at(struct slice text, uint32_t offset)
{
    TSPoint point = {0, 0};
    for (uint32_t i = 0; i < offset; i++) {
        point.column++;
        if (text.ptr[i] == '\n')
            point = (TSPoint){point.row + 1, 0};
    }
    return point;
}

static double markdown_edit(struct slice text, char *buffer)
{
    double times[EDITS];
    TSParser *parser = markdown_parser();
    TSTree *cold = ts_parser_parse_string(parser, NULL, text.ptr, (uint32_t)text.len);
    for (unsigned i = 0; i < EDITS; i++) {
        uint32_t at = edit_place(text, i);
        struct slice edited = with_letter(text, at, buffer);
        TSPoint point = point_at(text, at), end = {point.row, point.column + 1};
        TSInputEdit edit = {at, at, at + 1, point, point, end};
        TSTree *tree = ts_tree_copy(cold);
        double start = now();
        ts_tree_edit(tree, &edit);
        TSTree *parsed = ts_parser_parse_string(parser, tree, edited.ptr, (uint32_t)edited.len);
        times[i] = now() - start;
        ts_tree_delete(parsed);
        ts_tree_delete(tree);
    }
    ts_tree_delete(cold);
    ts_parser_delete(parser);
    return median(times);
}
#endif

static void measure(const char *name, struct slice text)
{
    char *buffer = malloc(text.len + 1);
    double megabytes = (double)text.len / 1e6;
    double cold = best_of(ours_cold, text), edit = ours_edit(text, buffer);
    printf("%-18s %8.0f | %7.1f", name, (double)text.len / 1e3, megabytes / cold);
#ifdef BENCH_MARKDOWN
    double their_cold = best_of(markdown_cold, text), their_edit = markdown_edit(text, buffer);
    printf(" %7.1f %6.1fx", megabytes / their_cold, their_cold / cold);
#endif
#ifdef BENCH_CMARK
    double cmark = best_of(cmark_cold, text);
    printf(" %7.1f %6.1fx", megabytes / cmark, cmark / cold);
#endif
    printf(" | %8.3f", edit * 1e3);
#ifdef BENCH_MARKDOWN
    printf(" %8.2f %6.0fx", their_edit * 1e3, their_edit / edit);
#endif
    printf(" | %7.1f\n", megabytes / ours_blocks(text));
    free(buffer);
}

static void measure_file(const char *path)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    char buffer[65536];
    size_t count;
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        strbuf_append(&text, (struct slice){buffer, count});
    fclose(file);
    const char *name = strrchr(path, '/');
    measure(name ? name + 1 : path, strbuf_slice(&text));
    strbuf_release(&text);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*make)(struct strbuf *out, size_t size);
        size_t size;
    } documents[] = {
        {"plan 10 KB", bench_plan, 10000},       {"plan 50 KB", bench_plan, 50000},
        {"plan 100 KB", bench_plan, 100000},     {"plan 1 MB", bench_plan, 1000000},
        {"plan 5 MB", bench_plan, 5000000},      {"flat list 100 KB", bench_list, 100000},
        {"flat list 1 MB", bench_list, 1000000},
    };
#ifdef BENCH_CMARK
    cmark_gfm_core_extensions_ensure_registered();
#endif
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("%-18s %8s | cold MB/s: planls", "document", "KB");
#ifdef BENCH_MARKDOWN
    printf(", tree-sitter-markdown and how much slower");
#endif
#ifdef BENCH_CMARK
    printf(", cmark-gfm (with inlines)");
#endif
    printf(" | re-parse ms after one letter | blocks MB/s\n");
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        struct strbuf text;
        strbuf_init(&text, STRBUF_NO_LIMIT);
        documents[i].make(&text, documents[i].size);
        measure(documents[i].name, strbuf_slice(&text));
        strbuf_release(&text);
    }
    for (int i = 1; i < argc; i++)
        measure_file(argv[i]);
    return EXIT_SUCCESS;
}
