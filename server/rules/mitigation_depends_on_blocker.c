/* mitigation_depends_on_blocker.c: a mitigation that needs what the blocker says is lacking. */
#include "base/memo.h"
#include "rules/rule.h"
#include "text/fold.h"

/* The thing that is lacking: "staging cluster" of "No staging cluster yet". Only what is said in two words
 * or more can be told again for certain. Folded; empty where nothing is said to be lacking. */
static struct slice lacking_thing(struct slice blocker, struct arena *arena)
{
    static const char *const before[] = {"no ", "missing ", "lack of ", "absence of ", "without "};
    static const char *const behind[] = {" not available", " unavailable", " missing",
                                         " is missing",    " not ready",   " not there",
                                         " not in place",  " yet"};
    struct slice s = fold_title(arena, blocker);
    bool lacks = false;
    for (size_t i = 0; i < sizeof before / sizeof *before && !lacks; i++) {
        struct slice words = slice_of(before[i]);
        lacks = slice_starts(s, words);
        s = lacks ? slice_from(s, words.len) : s;
    }
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        struct slice words = slice_of(behind[i]);
        if (!slice_ends(s, words))
            continue;
        s = slice_sub(s, 0, s.len - words.len);
        lacks = lacks || i + 1 < sizeof behind / sizeof *behind; /* "yet" alone says nothing */
    }
    bool two_words = slice_find_byte(s, ' ') != SLICE_NONE;
    return lacks && two_words ? s : (struct slice){NULL, 0};
}

/* Most blockers are not that something is lacking. */
static bool says_lacking(struct slice blocker)
{
    struct arena arena;
    arena_init(&arena);
    bool says = lacking_thing(blocker, &arena).len > 0;
    arena_release(&arena);
    return says;
}

/* Is the thing named as what the mitigation needs: "use the …", "once … is there"? To build or to buy it
 * would be a remedy. */
static bool needs(struct slice mitigation, struct slice thing)
{
    static const char *const verbs[] = {"use ",       "using ",      "once ",    "after ",
                                        "rely on ",   "relies on ",  "via ",     "depends on ",
                                        "run it on ", "test it on ", "test on ", "reuse "};
    static const char *const articles[] = {"", "the ", "our ", "that "};
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        struct slice verb = slice_of(verbs[v]);
        for (size_t from = 0, at;
             (at = slice_find(slice_from(mitigation, from), verb)) != SLICE_NONE;
             from += at + verb.len) {
            bool begins = from + at == 0 || !ascii_is_alnum(mitigation.ptr[from + at - 1]);
            struct slice rest = slice_from(mitigation, from + at + verb.len);
            for (size_t a = 0; begins && a < sizeof articles / sizeof *articles; a++) {
                struct slice article = slice_of(articles[a]);
                struct slice named = slice_from(rest, article.len);
                if (slice_starts(rest, article) && slice_starts(named, thing) &&
                    (named.len == thing.len || !ascii_is_alnum(named.ptr[thing.len])))
                    return true;
            }
        }
    }
    return false;
}

static void check_risks(struct check *check, const struct risk *risks, size_t count)
{
    for (size_t r = 0; r < count; r++) {
        if (risks[r].mitigation.len == 0 ||
            !memo_judge(check->document->memo, risks[r].blocker, says_lacking))
            continue;
        struct slice thing = lacking_thing(risks[r].blocker, check->arena);
        if (thing.len && needs(fold_title(check->arena, risks[r].mitigation), thing))
            report(check, risks[r].blocker_span,
                   "Its mitigation needs the %.*s that is lacking here: that mends nothing",
                   SLICE_ARG(thing));
    }
}

static void check_mitigation_depends_on_blocker(struct check *check)
{
    const struct model *model = check->model;
    check_risks(check, model->risks.items, model->risks.len);
    for (size_t i = 0; i < model->items.len; i++)
        check_risks(check, model->items.items[i].risks.items, model->items.items[i].risks.len);
}

RULE(mitigation_depends_on_blocker) = {
    .name = "mitigation-depends-on-blocker",
    .summary = "a mitigation needs what its blocker says is lacking",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_mitigation_depends_on_blocker,
};
