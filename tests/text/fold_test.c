/* fold_test.c: the forms in which names are compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/fold.h"

#include <string.h>

struct fold_case {
    const char *from, *to;
};

static void check(struct slice (*fold)(struct arena *, struct slice), const struct fold_case *cases,
                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        arena_init(&arena);
        struct slice folded = fold(&arena, slice_of(cases[i].from));
        assert_string_equal(folded.ptr, cases[i].to);
        assert_int_equal(folded.len, strlen(cases[i].to));
        arena_release(&arena);
    }
}

#define CHECK(fold, ...)                                                                           \
    do {                                                                                           \
        static const struct fold_case cases_[] = {__VA_ARGS__};                                    \
        check(fold, cases_, sizeof cases_ / sizeof *cases_);                                       \
    } while (0)

static void test_case(void **state)
{
    (void)state;
    CHECK(fold_case, {"", ""}, {"Plan B", "plan b"}, {"STRASSE", "strasse"}, {"Straße", "strasse"},
          {"ΟΔΟΣ", "οδοσ"}, {"οδος", "οδοσ"}, {"É", "é"}, {"E\xCC\x81", "é"},
          {"Ünïcödé", "ünïcödé"}, {"ПЛАН", "план"}, {"計画🚀", "計画🚀"}, {"İ", "i\xCC\x87"},
          /* Broken bytes stay, and what stands about them is folded all the same. */
          {"A\xFF"
           "B\xC3",
           "a\xFF"
           "b\xC3"},
          {"\xE2\x9C"
           "É",
           "\xE2\x9C"
           "é"});
}

static void test_long_runs_of_marks(void **state)
{
    (void)state;
    /* Alternating marks above and below, which normalising has to sort: must not go quadratic. */
    struct arena arena;
    arena_init(&arena);
    size_t len = 4u << 20;
    char *marks = arena_alloc(&arena, len);
    for (size_t i = 0; i < len; i += 4)
        memcpy(marks + i, "\xCC\x81\xCC\xA3", 4);
    assert_int_equal(fold_case(&arena, (struct slice){marks, len}).len, len);
    arena_release(&arena);
}

/* What github-slugger gives for the same headings (before numbering repeats). */
static void test_anchor(void **state)
{
    (void)state;
    CHECK(fold_anchor, {"", ""}, {"alpha", "alpha"}, {"bravoCharlieDelta", "bravocharliedelta"},
          {"heading with a - dash", "heading-with-a---dash"},
          {"heading with an _ underscore", "heading-with-an-_-underscore"},
          {"Version 2.0 (final)", "version-20-final"}, {" a ", "-a-"},
          {"apostrophe’s", "apostrophes"}, {"I ♥ plans", "i--plans"},
          {"en–dash, em—dash", "endash-emdash"}, {"😄 first", "-first"}, {"😄-😄 x", "--x"},
          {"Привет МИР 你好", "привет-мир-你好"},
          {"🚀 Héllo, World & Co_ -- x", "-héllo-world--co_----x"},
          /* The variation selector behind a warning sign is a mark and stays. */
          {"⚠️ Risks", "\xEF\xB8\x8F-risks"}, {"Q&A / FAQ's", "qa--faqs"}, {"a\tb", "ab"},
          {"no\xC2\xA0"
           "break",
           "nobreak"},
          {"½ ² ٣ Ⅳ", "--٣-ⅳ"}, {"E\xCC\x81t\xC3\xA9", "e\xCC\x81t\xC3\xA9"},
          {"İstanbul", "i\xCC\x87stanbul"}, {"ⒶⒷ 🅰", "ⓐⓑ-🅰"}, {"👨‍👩‍👧 team", "-team"},
          {"a\xFF"
           "b",
           "ab"},
          {"snake_case‿x", "snake_case‿x"});
}

static void test_title(void **state)
{
    (void)state;
    CHECK(fold_title, {"", ""}, {"  ", ""}, {"IDE & CI/CD  Moat", "ide and ci/cd moat"},
          {"ide and ci/cd moat", "ide and ci/cd moat"},
          {"**IDE & CI/CD Moat:** 🚀", "ide and ci/cd moat"}, {"R&D", "r and d"},
          {"Phase 1 – Setup", "phase 1-setup"}, {"Phase 1 — Setup", "phase 1-setup"},
          {"Phase 1 - Setup", "phase 1-setup"}, {"Phase 1 -- Setup", "phase 1-setup"},
          {"Phase 1-Setup", "phase 1-setup"}, {"Cross‑functional", "cross-functional"},
          {"✅ Done!", "done"}, {"⚠️ Risks & Blockers ⚠️", "risks and blockers"},
          {"1️⃣ First", "1 first"}, {"👩🏽‍💻 Team", "team"}, {"🇩🇪 Launch", "launch"},
          {"`build` the _index_", "build the index"}, {"snake_case stays", "snake_case stays"},
          {"~~Old~~ ~5 weeks", "old ~5 weeks"}, {"“Quoted” isn’t", "quoted\" isn't"},
          {"Wait…", "wait"},
          {"A\xC2\xA0\xE3\x80\x80"
           "B\tC",
           "a b c"},
          {"Straße", "strasse"}, {"計画：", "計画："}, {"a \xFF b", "a \xFF b"}, {"C++", "c++"},
          {"A → B", "a → b"}, {"---", ""});
}

static void test_distance(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        unsigned limit, distance;
    } cases[] = {
        {"", "", 0, 0},
        {"owner", "owner", 2, 0},
        {"ownr", "owner", 2, 1},
        {"onwer", "owner", 2, 1},
        {"kitten", "sitting", 5, 3},
        {"kitten", "sitting", 3, 3},
        {"kitten", "sitting", 2, 3},
        {"", "abc", 3, 3},
        {"", "abc", 2, 3},
        {"abc", "", 5, 3},
        {"ab", "ba", 0, 1},
        {"ab", "ba", 1, 1},
        {"ca", "abc", 5, 3}, /* restricted: 2 if a swapped pair could be edited again */
        {"a cat", "an act", 4, 2},
        {"é", "e", 2, 1},
        {"計画", "画計", 2, 1},
        {"xab", "yba", 1, 2},
        {"xab", "yba", 2, 2},
        {"abcdef", "badcfe", 3, 3},
        {"abcdef", "uvwxyz", 9, 6},
        {"abc", "abcdefgh", 4, 5},
        {"abc", "abd", UINT32_MAX, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice a = slice_of(cases[i].a);
        struct slice b = slice_of(cases[i].b);
        assert_int_equal(fold_distance(a, b, cases[i].limit), cases[i].distance);
        assert_int_equal(fold_distance(b, a, cases[i].limit), cases[i].distance);
    }
}

/* The whole table, without bands and limits. */
static unsigned distance_by_table(const char *a, const char *b)
{
    unsigned table[16][16];
    size_t a_len = strlen(a);
    size_t b_len = strlen(b);
    for (size_t i = 0; i <= a_len; i++)
        for (size_t j = 0; j <= b_len; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u);
            if (table[i - 1][j] + 1 < best)
                best = table[i - 1][j] + 1;
            if (table[i][j - 1] + 1 < best)
                best = table[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                table[i - 2][j - 2] + 1 < best)
                best = table[i - 2][j - 2] + 1;
            table[i][j] = best;
        }
    return table[a_len][b_len];
}

static void test_distance_against_the_table(void **state)
{
    (void)state;
    uint32_t seed = 3;
    for (int round = 0; round < 20000; round++) {
        char words[2][16] = {{0}, {0}};
        for (size_t w = 0; w < 2; w++) {
            seed = seed * 1664525u + 1013904223u;
            for (size_t i = 0; i < (seed >> 16) % 11; i++)
                words[w][i] = (char)('a' + (seed >> (2 * i)) % 3);
        }
        unsigned distance = distance_by_table(words[0], words[1]);
        for (unsigned limit = 0; limit < 12; limit++)
            assert_int_equal(fold_distance(slice_of(words[0]), slice_of(words[1]), limit),
                             distance > limit ? limit + 1 : distance);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_case),     cmocka_unit_test(test_long_runs_of_marks),
        cmocka_unit_test(test_anchor),   cmocka_unit_test(test_title),
        cmocka_unit_test(test_distance), cmocka_unit_test(test_distance_against_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
