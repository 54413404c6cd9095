/* money.c: all amounts in a text, with what they are for. */
#include "model/money_amount.h"

#include <string.h>

#define LABEL_MOST 24 /* tokens of a label */

struct list { /* the state of a walk over a value */
    struct money_reader r;
    struct moneys *out;
    size_t segment;        /* first token of the part between separators */
    size_t segment_values; /* how many values there were when it began */
    size_t depth;          /* of brackets */
    size_t last_end;       /* token behind the last amount */
    bool outer;            /* the segment has an amount outside brackets */
};

static const struct token *token(const struct list *l, size_t at)
{
    return token_at(l->r.tokens, at);
}

static bool is_word(const struct list *l, size_t at, const char *const *words)
{
    return token_is_one_of(l->r.text, token(l, at), words);
}

/* Separators after which a new part of a budget begins. A full stop counts where a space follows. */
static bool is_separator(const struct list *l, size_t at)
{
    const struct token *t = token(l, at);
    if (t->kind == TOKEN_END || t->line)
        return true;
    if (t->kind != TOKEN_MARK)
        return false;
    switch (t->mark) {
    case ';':
    case ',':
    case '|':
    case 0xB7:
    case 0x2022:
        return true;
    case '.':
        return token(l, at + 1)->spaced;
    default:
        return false;
    }
}

static bool is_arrow(const struct token *t)
{
    return t->kind == TOKEN_MARK && (t->mark == 0x2192 || t->mark == 0x21D2 || t->mark == '=');
}

/* What stands before an amount and changes it; gives the first token of that, and in *marks the first
 * where only marks count ("~", ">"), as words are not part of what is underlined. */
static size_t read_before(const struct list *l, size_t at, struct money *money, size_t *marks)
{
    static const char *const about[] = {"about", "around", "approx", "approximately", "roughly",
                                        "circa", "ca",     "etwa",   "environ",       NULL};
    static const char *const over[] = {"over",    "above",   "least", "exceed",
                                       "exceeds", "minimum", NULL};
    static const char *const under[] = {"under", "below", "within", "max", "maximum", "most", NULL};
    size_t start = *marks = at;
    for (int i = 0; i < 3 && start > l->segment; i++) {
        const struct token *t = token(l, start - 1);
        bool touches = token_joins(token(l, start));
        if (t->kind == TOKEN_DASH && touches && t->spaced && t->mark != 0x2014)
            money->negative = true;
        else if (token_is_mark(t, '~') || token_is_mark(t, 0x2248) || token_is_mark(t, 0xB1) ||
                 is_word(l, start - 1, about))
            money->approx = true;
        else if (token_is_mark(t, '>') || token_is_mark(t, 0x2265) || is_word(l, start - 1, over))
            money->more = true;
        else if (token_is_mark(t, '<') || token_is_mark(t, 0x2264) || is_word(l, start - 1, under))
            money->less = true;
        else if (token_is_word(l->r.text, t, "to") && start > l->segment + 1 &&
                 token_is_word(l->r.text, token(l, start - 2), "up"))
            money->less = true, start--;
        else if (token_is_word(l->r.text, t, "than") && start > l->segment + 1) {
            bool more = token_is_word(l->r.text, token(l, start - 2), "more");
            money->more = money->more || more;
            money->less = money->less || !more;
            start--;
        } else
            break;
        start--;
        *marks = t->kind == TOKEN_WORD ? *marks : start;
    }
    /* "at least", "at most" */
    bool at_word =
        start < at && start > l->segment && token_is_word(l->r.text, token(l, start - 1), "at");
    return start - at_word;
}

/* Is the amount multiplied: "20 × $5K", "$5K x 20"? */
static bool is_multiplied(const struct list *l, size_t at, size_t end)
{
    const struct token *next = token(l, end);
    bool behind = (token_is_mark(next, 0xD7) || token_is_word(l->r.text, next, "x")) &&
                  token(l, end + 1)->kind == TOKEN_DIGITS;
    if (at < 2)
        return behind;
    const struct token *before = token(l, at - 1);
    return behind || token_is_mark(before, 0xD7) ||
           (token_is_word(l->r.text, before, "x") && before->spaced);
}

/* Does a range or a list of parts end at `at`, in view of the label of the amount before? */
static bool ends_label(const struct list *l, size_t at, size_t depth)
{
    const struct token *t = token(l, at);
    struct money money;
    if (t->kind == TOKEN_END || t->line || (depth == 0 && is_separator(l, at)) || is_arrow(t) ||
        (depth == 0 && token_is_mark(t, ')')))
        return true;
    if (depth == 0 && token_is_mark(t, '('))
        return money_amount_read(&l->r, at + 1, &money) > 0; /* "$60K/year ($5K/month)" */
    return depth == 0 && money_amount_read(&l->r, at, &money) > 0;
}

/* The mark as a byte for strchr; a letter where it is none. */
static int mark_byte(const struct token *t)
{
    return t->kind == TOKEN_MARK && t->mark > 0 && t->mark < 0x80 ? (int)t->mark : 'x';
}

static bool is_joint(const struct list *l, size_t at)
{
    static const char *const words[] = {"and",   "plus",   "und",  "et",    "y",  "e",  "or",
                                        "about", "approx", "over", "under", "up", "to", NULL};
    const struct token *t = token(l, at);
    return t->kind == TOKEN_DASH || strchr("+&:=~<>(.-/,*#", mark_byte(t)) ||
           (t->kind == TOKEN_MARK && t->mark >= 0x80) || is_word(l, at, words);
}

/* Words behind the amount without a leading "for"; else the words before it. */
static struct slice read_label(const struct list *l, size_t start, size_t end)
{
    static const char *const leads[] = {"for", "für", "pour", "para", "per",
                                        "dla", "для", "on",   NULL};
    size_t from = end, to, depth = 0, open = 0;
    while (!is_separator(l, from) && !is_arrow(token(l, from)) &&
           (token(l, from)->kind == TOKEN_DASH ||
            (token(l, from)->kind == TOKEN_MARK && !strchr("()", mark_byte(token(l, from))))))
        from++;
    from += is_word(l, from, leads);
    for (to = from; to < from + LABEL_MOST && !ends_label(l, to, depth); to++) {
        open = depth == 0 ? to : open;
        depth += token_is_mark(token(l, to), '(');
        depth -= depth > 0 && token_is_mark(token(l, to), ')');
    }
    if (depth > 0)
        to = open; /* a bracket that nothing closes */
    while (to > from && is_joint(l, to - 1))
        to--;
    if (to == from) {
        from = l->last_end > l->segment ? l->last_end : l->segment;
        to = start > from ? start : from;
        while (to > from && is_joint(l, to - 1))
            to--;
        while (from < to && is_joint(l, from))
            from++;
        if (to - from > LABEL_MOST)
            from = to; /* a sentence, not a label */
    }
    if (to > from + 1 && token_is_mark(token(l, from), '(') && token_is_mark(token(l, to - 1), ')'))
        from++, to--;
    return tokens_plain(l->r.tokens, l->r.inlines, l->r.text, from, to, l->r.arena);
}

/* The parts of a sum that "=" has now added up are no amounts of their own. */
static void drop_parts(struct list *l, size_t start)
{
    if (start > l->segment && token_is_mark(token(l, start - 1), '='))
        l->out->len = l->segment_values;
}

/* "±10%" behind an amount. */
static size_t read_tolerance(const struct list *l, size_t at, struct money *money)
{
    if (!token_is_mark(token(l, at), 0xB1) || token(l, at + 1)->kind != TOKEN_DIGITS)
        return at;
    money->approx = true;
    return at + 2 + token_is_mark(token(l, at + 2), '%');
}

static size_t read_one(struct list *l, size_t at)
{
    struct money money;
    size_t end = money_amount_read(&l->r, at, &money);
    if (!end)
        return 0;
    /* "$100K (20 × $5K each)": what stands in brackets explains the amount before. */
    if (l->depth > 0 && l->outer)
        return end;
    size_t marks, start = read_before(l, at, &money, &marks);
    size_t behind = money_per_read(&l->r, end, &money.per);
    if (money.per.len == 0 && is_multiplied(l, at, end))
        money.per = SLICE("each");
    money.per = arena_copy(l->r.arena, money.per);
    end = read_tolerance(l, behind ? behind : end, &money);
    if (money.negative) {
        money.amount = -money.amount;
        money.min = money.max = money.amount;
    }
    money.where = (struct span){token(l, marks)->span.start, token(l, end - 1)->span.end};
    money.label = read_label(l, start, end);
    drop_parts(l, start);
    *VEC_PUSH(l->r.arena, l->out) = money;
    l->outer = l->outer || l->depth == 0;
    l->last_end = end;
    return end;
}

/* Is there anything that could be money? Saves taking most lines apart. */
static bool may_hold_money(struct slice s)
{
    bool digit = false, letter = false;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == '$' || c >= 0xC2)
            return true;
        digit = digit || (c >= '0' && c <= '9');
        letter = letter || (c >= 'A' && c <= 'Z') || c == 'd' || c == 'e';
    }
    return digit && letter;
}

void money_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                struct moneys *out)
{
    struct arena scratch;
    struct tokens tokens;
    if (inlines->len == 0 || !may_hold_money(span_slice(text, inlines->v[0].span)))
        return;
    arena_init(&scratch);
    tokens_read(inlines, text, true, &scratch, &tokens);
    struct list l = {.r = {&tokens, inlines, text, arena}, .out = out, .segment_values = out->len};
    for (size_t at = 0; at < tokens.len;) {
        const struct token *t = token(&l, at);
        if (is_separator(&l, at) && l.depth == 0) {
            bool mark = t->kind == TOKEN_MARK &&
                        !(t->line && money_amount_read(&l.r, at, &(struct money){0}));
            l.segment = at + mark;
            l.segment_values = out->len;
            l.outer = false;
            if (mark) {
                at++;
                continue;
            }
        }
        l.depth += token_is_mark(t, '(');
        l.depth -= l.depth > 0 && token_is_mark(t, ')');
        size_t end = read_one(&l, at);
        at = end > at ? end : at + 1;
    }
    arena_release(&scratch);
}
