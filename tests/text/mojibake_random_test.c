/* mojibake_random_test.c: what is true of every text: damage done to honest text is undone, and any
 * bytes at all are survived. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "text/mojibake.h"
#include "text/utf8.h"

/* What plans are written with. */
static const char *const words[] = {
    "week",         "Goal:",    "- [ ] ",   "| ",        "10",    "✅ ",    "❌ ",   "⚠️ ",
    "🎯 ",           "🚀 ",       "📝 ",       "☐ ",        "⏰ ",    "→",     "–",    "—",
    "“q”",          "it’s",     "…",        "≥ 3",       "├── ",  "└── ",  "│ ",   "±5%",
    "€20",          "café",     "Köln",     "São Paulo", "señor", "œuvre", "łódź", "2 × 2",
    "👨‍💻 ", "1️⃣ ", "🏗️ ", "♻️ ",   "\n",
};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void put_words(struct strbuf *out, uint32_t *seed)
{
    for (uint32_t count = next_random(seed) % 40; count > 0; count--) {
        strbuf_puts(out, words[next_random(seed) % (sizeof words / sizeof *words)]);
        strbuf_putc(out, ' ');
    }
}

enum lost { LOST_KEPT, LOST_DROPPED, LOST_MARKED };

/* What Windows-1252 has at 0x80 to 0x9F; a control where it has nothing. */
static const uint32_t specials[] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

/* Reads UTF-8 as Windows-1252 and writes it out as UTF-8. */
static void damage(struct slice text, enum lost lost, struct strbuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        uint32_t codepoint = byte >= 0x80 && byte < 0xA0 ? specials[byte - 0x80] : byte;
        bool missing = codepoint >= 0x80 && codepoint < 0xA0;
        if (!missing || lost == LOST_KEPT)
            utf8_append(out, codepoint);
        else if (lost == LOST_MARKED)
            utf8_append(out, UTF8_REPLACEMENT);
    }
}

/* Restores the certain runs, and of the lossy ones whichever candidate is what stood there. */
static bool mend_towards(struct slice damaged, struct slice honest, struct strbuf *out)
{
    struct arena arena;
    arena_init(&arena);
    struct mojibake_runs runs = mojibake_find(damaged, &arena);
    size_t at = 0;
    for (size_t i = 0; i < runs.len; i++) {
        const struct mojibake_run *run = &runs.items[i];
        strbuf_append(out, slice_sub(damaged, at, run->span.start));
        size_t choice = 0;
        while (choice + 1 < run->count &&
               !slice_starts(slice_from(honest, out->len), run->restored[choice]))
            choice++;
        strbuf_append(out, run->count > 0 ? run->restored[choice] : SLICE("?"));
        at = run->span.end;
    }
    strbuf_append(out, slice_from(damaged, at));
    arena_release(&arena);
    return slice_equal(strbuf_slice(out), honest);
}

static void check_damage(enum lost lost)
{
    uint32_t seed = 31;
    struct strbuf honest;
    struct strbuf damaged;
    struct strbuf mended;
    strbuf_init(&honest, STRBUF_NO_LIMIT);
    strbuf_init(&damaged, STRBUF_NO_LIMIT);
    strbuf_init(&mended, STRBUF_NO_LIMIT);
    for (int round = 0; round < 300; round++) {
        put_words(&honest, &seed);
        damage(strbuf_slice(&honest), lost, &damaged);
        if (!mend_towards(strbuf_slice(&damaged), strbuf_slice(&honest), &mended))
            print_message("%s\n  became\n%s\n", honest.ptr, mended.ptr);
        assert_true(slice_equal(strbuf_slice(&mended), strbuf_slice(&honest)));
        strbuf_clear(&honest);
        strbuf_clear(&damaged);
        strbuf_clear(&mended);
    }
    strbuf_release(&honest);
    strbuf_release(&damaged);
    strbuf_release(&mended);
}

static void test_bytes_kept(void **state)
{
    (void)state;
    check_damage(LOST_KEPT);
}

static void test_bytes_dropped(void **state)
{
    (void)state;
    check_damage(LOST_DROPPED);
}

static void test_bytes_marked(void **state)
{
    (void)state;
    check_damage(LOST_MARKED);
}

static void test_honest_words_stay(void **state)
{
    (void)state;
    uint32_t seed = 41;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (int round = 0; round < 300; round++) {
        struct arena arena;
        arena_init(&arena);
        put_words(&text, &seed);
        assert_int_equal(mojibake_find(strbuf_slice(&text), &arena).len, 0);
        strbuf_clear(&text);
        arena_release(&arena);
    }
    strbuf_release(&text);
}

/* Leads, continuations, marks, broken bytes, in any order. */
static void test_any_bytes(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "â",
        "Ã",
        "Â",
        "ð",
        "ğ",
        "ï",
        "Å",
        "Ÿ",
        "€",
        "œ",
        "…",
        "˜",
        "“",
        "¸",
        "¿",
        "½",
        "\xC2\x90",
        "\xC2\x9D",
        "\xEF\xBF\xBD",
        "\xC2\xA0",
        " ",
        "a",
        "\n",
        "\xC3",
        "\xE2\x80",
        "\xFF",
        "Ð",
        "Ñ",
        "ã",
        "•",
        "š",
        "ï¸",
    };
    uint32_t seed = 51;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (int round = 0; round < 5000; round++) {
        for (uint32_t count = next_random(&seed) % 30; count > 0; count--)
            strbuf_puts(&text, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
        struct arena arena;
        arena_init(&arena);
        struct mojibake_runs runs = mojibake_find(strbuf_slice(&text), &arena);
        uint32_t end = 0;
        for (size_t i = 0; i < runs.len; i++) {
            const struct mojibake_run *run = &runs.items[i];
            assert_true(run->span.start >= end && run->span.end > run->span.start);
            end = run->span.end;
            assert_true(run->certain ? run->count == 1 : run->count <= MOJIBAKE_MAX_CANDIDATES);
            for (size_t c = 0; c < run->count; c++) {
                assert_true(run->restored[c].len > 0);
                assert_int_equal(utf8_valid_prefix(run->restored[c]), run->restored[c].len);
            }
        }
        assert_true(end <= text.len);
        strbuf_clear(&text);
        arena_release(&arena);
    }
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_kept),   cmocka_unit_test(test_bytes_dropped),
        cmocka_unit_test(test_bytes_marked), cmocka_unit_test(test_honest_words_stay),
        cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
