/* inline_bytes_test.c: any bytes have a parse, in time linear in their number; so has every line of
 * the sample documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

#include "cold_same.h"
#include "syntax/inline.h"

const TSLanguage *tree_sitter_plan_inline(void);

static TSParser *new_parser(void)
{
    TSParser *parser = ts_parser_new();
    assert_true(ts_parser_set_language(parser, tree_sitter_plan_inline()));
    return parser;
}

/* tree-sitter passes over a byte order mark in front. The parser for what is only read agrees. */
static bool parses_whole(TSParser *parser, const char *bytes, size_t size)
{
    TSTree *tree = ts_parser_parse_string(parser, NULL, bytes, (uint32_t)size);
    TSNode root = ts_tree_root_node(tree);
    bool good =
        !ts_node_has_error(root) && ts_node_end_byte(root) == size && ts_node_start_byte(root) <= 3;
    ts_tree_delete(tree);
    return good && cold_same(tree_sitter_plan_inline(), (struct slice){bytes, size});
}

static uint32_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (uint32_t)((*state * 0x2545F4914F6CDD1Du) >> 32);
}

/* Lines of what shapes are made of. */
static void random_lines(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "*",          "**",   "_",        "__",   "~~",    "`",           "``",   "[",
        "]",          "[[",   "]]",       "(",    ")",     "](",          "][",   "![",
        "<",          ">",    "</",       "<!--", "-->",   "::",          ":",    ": ",
        "：",         "|",    ";",        "·",    "$",     "€",           "%",    "12",
        "1.5",        "2026", "-",        "–",    " - ",   " to ",        ", ",   " & ",
        "/",          ".",    "K",        "USD",  " days", "h",           "Week", "Q1",
        "Phase ",     "T012", "FR-",      "#",    "@",     "§",           "第",   "阶段",
        "週",         "→",    "->",       "=>",   "🚀",     "👩‍💻", "a.md", "http://",
        "www.",       "x/y",  "{{",       "}}",   "{#",    "X",           "??",   "___",
        "\\",         "\n",   "\r\n",     "\t",   " ",     " ",           " ",    "word",
        "snake_case", "\xff", "\xe2\x82", "",     "（",    "）",          "'",    "\"",
        "~",          "≥",    "+",        "=",    "&amp;", "\xEF\xBB\xBF"};
    TSParser *parser = new_parser();
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        char line[256];
        size_t size = 0;
        for (uint32_t count = next_random(&seed) % 16; count > 0; count--) {
            const char *part = parts[next_random(&seed) % (sizeof parts / sizeof *parts)];
            size_t n = *part ? strlen(part) : 1; /* "" stands for a NUL */
            memcpy(line + size, part, n);
            size += n;
        }
        if (!parses_whole(parser, line, size))
            fail_msg("an error in: %.*s", (int)size, line);
    }
    ts_parser_delete(parser);
}

/* What would be quadratic if every mark looked to the end for its partner. What takes
 * seconds here would take minutes then. */
static void repeated(void **state)
{
    (void)state;
    enum { SIZE = 1 << 15 };
    static const char *const patterns[] = {
        "(",   "[",    "*a ",   "**a ",     "_a ",  "`",     "` `` ",     "<a ",  "<!--",
        "[[a", "![",   "((a) ", "*a **b ",  "[a](", "[a][",  "~~a ",      "\\",   "x: ",
        "1, ", "1-",   "Week ", "\n",       "{{",   "***a ", "a_",        "www.", "$1",
        "1.",  "(a: ", "\xff",  "::",       "🚀",    "()",    "[](a)",     "a/",   "第1",
        "${",  "a%",   "x.md ", "Week 1, ", "T1-",  "{#",    "a/\xCB\x82"};
    TSParser *parser = new_parser();
    char *bytes = malloc(SIZE);
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        size_t n = strlen(patterns[p]);
        for (size_t i = 0; i < SIZE; i++)
            bytes[i] = patterns[p][i % n];
        if (!parses_whole(parser, bytes, SIZE))
            fail_msg("an error in many of %s", patterns[p]);
    }
    free(bytes);
    ts_parser_delete(parser);
}

/* Up to a depth brackets are shapes, deeper they are text. */
static void deeply_nested(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"(", ")"}, {"[a", "]"}, {"（", "）"}, {"[a", "](a)"}, {"*(", ")*"}};
    enum { DEPTH = 10000 };
    TSParser *parser = new_parser();
    struct inline_parser *typed = inline_parser_new();
    char *bytes = malloc((size_t)DEPTH * 16);
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        for (int depth = 10; depth <= DEPTH; depth *= 10) {
            size_t size = 0;
            for (int i = 0; i < 2 * depth; i++) {
                const char *part = pairs[p][i >= depth];
                memcpy(bytes + size, part, strlen(part));
                size += strlen(part);
            }
            assert_true(parses_whole(parser, bytes, size));
            struct arena arena;
            arena_init(&arena);
            struct slice text = {bytes, size};
            struct inlines in = inline_parse(typed, text, (struct span){0, (uint32_t)size}, &arena);
            assert_true(in.v[0].next == in.len && (depth > 10 || in.len > 1));
            arena_release(&arena);
        }
    }
    free(bytes);
    inline_parser_free(typed);
    ts_parser_delete(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_lines),
        cmocka_unit_test(repeated),
        cmocka_unit_test(deeply_nested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
