/* mojibake_test.c: what is damage and what it was, and what is honest text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/edit.h"
#include "text/mojibake.h"

#include <stdio.h>
#include <string.h>

/* The text with every certain run restored. */
static char *mend(struct arena *arena, struct slice text)
{
    struct mojibake_runs runs = mojibake_find(text, arena);
    struct text_edit *edits = arena_array(arena, runs.len, sizeof *edits);
    size_t count = 0;
    for (size_t i = 0; i < runs.len; i++)
        if (runs.items[i].certain) {
            assert_int_equal(runs.items[i].count, 1);
            edits[count++] = (struct text_edit){runs.items[i].span, runs.items[i].restored[0]};
        }
    assert_true(text_edits_are_disjoint(edits, count, text.len));
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    text_edits_apply(text, edits, count, &out);
    char *mended = arena_cstring(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return mended;
}

struct case_pair {
    const char *damaged, *mended;
};

static void check_mended(const struct case_pair *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        arena_init(&arena);
        assert_string_equal(mend(&arena, slice_of(cases[i].damaged)), cases[i].mended);
        arena_release(&arena);
    }
}

#define CHECK_MENDED(...)                                                                          \
    do {                                                                                           \
        static const struct case_pair cases_[] = {__VA_ARGS__};                                    \
        check_mended(cases_, sizeof cases_ / sizeof *cases_);                                      \
    } while (0)

static void test_certain_runs(void **state)
{
    (void)state;
    CHECK_MENDED({"- âœ… shelves ordered", "- ✅ shelves ordered"}, {"ðŸš€ Opening", "🚀 Opening"},
                 {"â”œâ”€ cellar/", "├─ cellar/"}, {"â”‚  â””â”€ wine.md", "│  └─ wine.md"},
                 {"Weeks 2â€“5", "Weeks 2–5"}, {"donâ€™t", "don’t"}, {"it â€¦ went", "it … went"},
                 {"margin Â±4%", "margin ±4%"}, {"20Â°C", "20°C"}, {"â‚¬400", "€400"},
                 {"cost â‰¤ 3", "cost ≤ 3"}, {"BREWÂ® beer", "BREW® beer"}, {"2 Ã— 3", "2 × 3"},
                 {"Î”t and Âµ", "Δt and µ"},
                 /* Letters of European languages. */
                 {"cafÃ© crÃ¨me", "café crème"}, {"FÃœR KÃ¶ln", "FÜR Köln"}, {"AÃ‡ÃƒO", "AÇÃO"},
                 {"seÃ±or", "señor"}, {"cÅ“ur", "cœur"}, {"zaÅ¼Ã³Å‚Ä‡", "zażółć"}, {"kÄ±ÅŸ", "kış"},
                 {"Ã–sterreich", "Österreich"}, {"tiáº¿ng Viá»‡t", "tiếng Việt"},
                 /* Scripts, where letters stand beside their like. */
                 {"ÐºÐ»ÑŽÑ‡", "ключ"}, {"è¨ˆç”»", "計画"},
                 /* The dash stands between spaces that are honest. */
                 {"a â€” b", "a — b"});
}

static void test_windows_1254(void **state)
{
    (void)state;
    CHECK_MENDED({"## ğŸš€ Aç", "## 🚀 Aç"}, {"ğŸ“… Mon, ğŸ“Š all", "📅 Mon, 📊 all"},
                 {"ğŸ’° and âœ… and â†’", "💰 and ✅ and →"});
}

static void test_controls_are_known_bytes(void **state)
{
    (void)state;
    /* As Latin-1 or a browser reads them, the bytes without a character are controls. */
    CHECK_MENDED({"â\xC2\x98\xC2\x90 ready", "☐ ready"}, {"â˜\xC2\x90 ready", "☐ ready"},
                 {"â\xC2\x9DŒ no", "❌ no"}, {"â\xC2\x80\xC2\x93", "–"},
                 {"âš\xC2\xA0ï¸\xC2\x8F careful", "⚠️ careful"}, {"Ã\xC2\x81rea", "Área"},
                 {"ðŸ‘¨â€\xC2\x8DðŸ’» works", "👨‍💻 works"});
}

static void test_damaged_twice(void **state)
{
    (void)state;
    CHECK_MENDED({"Weeks 2Ã¢â‚¬â€œ5", "Weeks 2–5"}, {"Ã¢Å“â€¦ done", "✅ done"}, {"cafÃƒÂ©", "café"},
                 {"cafÃƒÆ’Ã‚Â©", "café"});
}

static void test_honest_text_stays(void **state)
{
    (void)state;
    static const char *const honest[] = {
        "",
        "Plain ASCII, 100% honest.",
        "À la carte, déjà vu : « voilà », Noël, œuvre, où ça ?",
        "« CAFÉ » et «É» et «Â», « Â », «Ã», É…",
        "NÃO, MÃE, IRMÃ, ‘IRMÃ’, a “IRMÃ”. AMANHÃ… MANHÃ–NOITE, MAÇÃ® e MAÇÃ³",
        "será»… «está», «está»…",
        "Straße „groß“ – schön, „Ä“ und „Ö“, »Ä«, ÜBER: Größe…",
        "Yağmur, ığdır, İstanbul’da şöyle… hâlâ… “hâlâ”… kâğıt, ĞŞİ, ğ…",
        "român, â, Î, „Â”, ‘â’, “â”, â…, în. Ă, Â, Î, Ș, Ț… Ã, Õ",
        "Škoda, ÚŽASNÝ KÔŇ, žák, Ťuk, Łódź, Ångström, på “Ø”, Å… Å, Æ, “PÅ”",
        "H₂O, 20 °C, ±5 %, €5, 5 ×, ½, ™, ©, ®, a²+b², naïve…",
        "日本語のテキスト、計画。한국어 текст по-русски, ελληνικά, עברית, العربية",
        "🚀 ✅ ⚠️ 👨‍💻 🇩🇪 ├─ └─ “q” ‘q’ – — …",
        "“×” ß“ Þ… ð” Ð–",
        /* Broken UTF-8, and text that ends early. */
        "\xC3",
        "\xE2\x80",
        "\xFF\xFE",
        "é\xFF",
        "â\xE2",
        "Ã",
        "â",
        "ğ",
        "ð",
    };
    for (size_t i = 0; i < sizeof honest / sizeof *honest; i++) {
        struct arena arena;
        arena_init(&arena);
        struct mojibake_runs runs = mojibake_find(slice_of(honest[i]), &arena);
        for (size_t r = 0; r < runs.len; r++)
            print_message("taken for damage in \"%s\": %.*s\n", honest[i],
                          SLICE_ARG(span_slice(slice_of(honest[i]), runs.items[r].span)));
        assert_int_equal(runs.len, 0);
        arena_release(&arena);
    }
}

/* What is ambiguous is honest in a sound text, and damage in one that is damaged elsewhere. */
static void test_evidence(void **state)
{
    (void)state;
    CHECK_MENDED({"“KÃ–” KÃ–LN", "“KÃ–” KÃ–LN"}, {"KÃ–LN, cafÃ©, crÃ¨me", "KÖLN, café, crème"},
                 {"IRMÃ” cafÃ© crÃ¨me", "IRMÃ” café crème"}, {"tá»« â†’ â†’", "từ → →"});
}

/* The candidates of each lossy run, runs separated by a space, candidates by "|". */
static char *choices(struct arena *arena, struct slice text)
{
    struct mojibake_runs runs = mojibake_find(text, arena);
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < runs.len; i++) {
        const struct mojibake_run *run = &runs.items[i];
        if (run->certain)
            continue;
        if (out.len > 0)
            strbuf_putc(&out, ' ');
        assert_true(run->count <= MOJIBAKE_MAX_CANDIDATES);
        for (size_t c = 0; c < run->count; c++)
            strbuf_printf(&out, "%s%.*s", c > 0 ? "|" : "", SLICE_ARG(run->restored[c]));
        if (run->count == 0)
            strbuf_puts(&out, "nothing");
    }
    char *joined = arena_cstring(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return joined;
}

/* Each line's lossy runs must have these likeliest candidates. */
static void test_likeliest_candidates(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *likeliest[3];
    } cases[] = {
        {"VOTE: â˜ GO  â˜ NO-GO  â˜ LATER", {"☐", "☐", "☐"}},
        {"âŒ not ready", {"❌"}},
        {"ðŸŽ¯ ðŸ” Look into it", {"🔍"}},
        {"ğŸ¯ Goals", {"🎯"}},
        {"ğŸ‰ We celebrate", {"🎉"}},
        {"ğŸ“ Escalation", {"📞"}},
        {"ğŸ“ Record of votes", {"📝"}},
        {"ğŸ“ folder of plans", {"📁"}},
        {"ğŸ“", {"📝"}},
        {"ğŸ¢ Message to all departments", {"🏢"}},
        {"ðŸ— Construction", {"🏗"}},
        {"ðŸ Finish", {"🏁"}},
        {"ðŸ¤ Partners", {"🤝"}},
        {"he said â€œyesâ€ twice", {"”"}},
        {"âš ï¸ careful", {"⚠️"}},
        {"âš ï¸ careful", {"⚠️"}},
        {"ðŸ—ï¸ Build", {"🏗️"}},
        {"ðŸ‘¨â€ðŸ’» works", {"👨‍💻"}},
        {"â”Œâ”€â”€â”", {"┐"}},
        {"â•”â•â•â•—", {"══"}},
        {"â•šâ•â•â•", {"══╝"}},
        {"caution âœ” and âœ“: â° deadline", {"⏰"}},
        {"â€¢ â€¢ â— point", {"●"}},
        {"cafÃ© crÃ¨me, Ãrea, dÃa", {"Á", "í"}},
        {"il va Ã Paris, cafÃ© crÃ¨me", {"à"}},
        {"â˜\xEF\xBF\xBD ready", {"☐"}},
        {"ğŸ\xEF\xBF\xBD¯ Goal", {"🎯"}},
        {"ÐºÐ¾ÑÑ‚ÑŒ", {"с"}},
        {"ï¿½", {"nothing"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena);
        const char *found = choices(&arena, slice_of(cases[i].text));
        struct slice_split it = {slice_of(found), false};
        for (size_t c = 0; c < 3 && cases[i].likeliest[c]; c++) {
            struct slice run = {NULL, 0};
            bool more = slice_split_next(&it, ' ', &run);
            struct slice_split candidates = {run, false};
            struct slice first;
            slice_split_next(&candidates, '|', &first);
            if (!more || !slice_is(first, cases[i].likeliest[c]))
                print_message("%s: %s\n", cases[i].text, found);
            assert_true(more && slice_is(first, cases[i].likeliest[c]));
        }
        assert_true(it.done);
        arena_release(&arena);
    }
}

static void test_all_candidates(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(choices(&arena, SLICE("ğŸ“")), "📝|📞|🎓|📁|📍|📐");
    /* Windows-1252 has characters for 8E and 9E, so 📞 and 🎓 would still be there. */
    assert_string_equal(choices(&arena, SLICE("ðŸ“")), "📝|📁|📍|📐|📏|🍓");
    assert_string_equal(choices(&arena, SLICE("ðŸŽ¯ and âŒ")), "❌|⌁|⌍|⌏|⌐|⌝");
    arena_release(&arena);
}

static void test_runs_join(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct slice text = SLICE("a â”œâ”€â”€ b â˜â˜ c âœ…â˜");
    struct mojibake_runs runs = mojibake_find(text, &arena);
    assert_int_equal(runs.len, 4);
    assert_true(runs.items[0].certain && slice_is(runs.items[0].restored[0], "├──"));
    assert_true(slice_is(span_slice(text, runs.items[0].span), "â”œâ”€â”€"));
    assert_true(!runs.items[1].certain && slice_is(runs.items[1].restored[0], "☐☐"));
    assert_true(runs.items[2].certain && slice_is(runs.items[2].restored[0], "✅"));
    assert_true(!runs.items[3].certain && slice_is(runs.items[3].restored[0], "☐"));
    assert_int_equal(runs.items[2].span.end, runs.items[3].span.start);
    arena_release(&arena);
}

static void test_large_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {"â˜ ", "â•",  "Ã©", "Ã",  "Ð",
                                         "é",   "ï¿½", "â",  "ğŸ", "ÃƒÂ©"};
    enum { BYTES = 256 << 10 };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena arena;
        arena_init(&arena);
        struct strbuf text;
        strbuf_init(&text, STRBUF_NO_LIMIT);
        while (text.len < BYTES)
            strbuf_puts(&text, pieces[i]);
        struct mojibake_runs runs = mojibake_find(strbuf_slice(&text), &arena);
        size_t lossy = 0;
        for (size_t r = 0; r < runs.len; r++)
            lossy += !runs.items[r].certain;
        assert_true(lossy <= MOJIBAKE_MAX_LOSSY);
        strbuf_release(&text);
        arena_release(&arena);
    }
}

/* Reads one of the sample plans; false where they are not there. */
static bool read_seed(const char *name, struct strbuf *out)
{
    static const char *const folders[] = {PLANLS_SOURCE_DIR "/../shared/seeds/",
                                          PLANLS_SOURCE_DIR "/../../shared/seeds/"};
    for (size_t i = 0; i < 2; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s%s", folders[i], name);
        FILE *file = fopen(path, "rb");
        if (!file)
            continue;
        char bytes[4096];
        for (size_t len; (len = fread(bytes, 1, sizeof bytes, file)) > 0;)
            strbuf_append(out, (struct slice){bytes, len});
        fclose(file);
        return true;
    }
    return false;
}

static struct slice line_of(struct slice text, size_t number)
{
    struct slice_split it = {text, false};
    struct slice line = {NULL, 0};
    while (number-- > 0)
        if (!slice_split_next(&it, '\n', &line))
            return (struct slice){NULL, 0};
    return line;
}

/* A line of a sample, the damage in it (where it first stands) and what it is to be. */
struct known_line {
    size_t number;
    const char *damaged, *mended;
};

static void check_seed(const char *name, size_t certain, size_t lossy,
                       const struct known_line *lines, size_t count)
{
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    if (!read_seed(name, &bytes)) {
        strbuf_release(&bytes);
        skip();
    }
    struct arena arena;
    arena_init(&arena);
    struct slice text = strbuf_slice(&bytes);
    struct mojibake_runs runs = mojibake_find(text, &arena);
    size_t certain_runs = 0;
    for (size_t i = 0; i < runs.len; i++)
        certain_runs += runs.items[i].certain;
    assert_int_equal(certain_runs, certain);
    assert_int_equal(runs.len - certain_runs, lossy);

    struct slice mended = slice_of(mend(&arena, text));
    struct mojibake_runs left = mojibake_find(mended, &arena);
    assert_int_equal(left.len, lossy);
    for (size_t i = 0; i < left.len; i++)
        assert_false(left.items[i].certain);

    for (size_t i = 0; i < count; i++) {
        struct slice before = line_of(text, lines[i].number);
        struct slice after = line_of(mended, lines[i].number);
        size_t at = slice_find(before, slice_of(lines[i].damaged));
        assert_true(at != SLICE_NONE);
        const char *expected =
            arena_printf(&arena, "%.*s%s%.*s", SLICE_ARG(slice_sub(before, 0, at)), lines[i].mended,
                         SLICE_ARG(slice_from(before, at + strlen(lines[i].damaged))));
        assert_true(slice_is(after, expected));
    }
    arena_release(&arena);
    strbuf_release(&bytes);
}

static void test_seed_in_1254(void **state)
{
    (void)state;
    static const struct known_line lines[] = {
        {1, "ğŸš€", "🚀"},   {55, "ğŸ“…", "📅"},  {98, "âœ…", "✅"},   {120, "ğŸ”„", "🔄"},
        {159, "ğŸ“Š", "📊"}, {238, "ğŸš«", "🚫"}, {264, "ğŸ’°", "💰"}, {269, "â†’", "→"},
        {291, "Â±", "±"},   {419, "ğŸ“‹", "📋"}, {428, "ğŸ”®", "🔮"},
    };
    check_seed("003_74ff8d2de2f627dc.txt", 40, 14, lines, sizeof lines / sizeof *lines);
}

static void test_seed_in_1252(void **state)
{
    (void)state;
    static const struct known_line lines[] = {
        {4, "âœ“", "✓"},   {123, "â”œâ”€", "├─"}, {125, "â””â”€", "└─"},
        {146, "â†’", "→"}, {206, "â†’", "→"},     {557, "ðŸš€", "🚀"},
    };
    check_seed("004_f9f493e204610c91.txt", 80, 0, lines, sizeof lines / sizeof *lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_certain_runs),
        cmocka_unit_test(test_windows_1254),
        cmocka_unit_test(test_controls_are_known_bytes),
        cmocka_unit_test(test_damaged_twice),
        cmocka_unit_test(test_honest_text_stays),
        cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_likeliest_candidates),
        cmocka_unit_test(test_all_candidates),
        cmocka_unit_test(test_runs_join),
        cmocka_unit_test(test_large_texts),
        cmocka_unit_test(test_seed_in_1254),
        cmocka_unit_test(test_seed_in_1252),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
