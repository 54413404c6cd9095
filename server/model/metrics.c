/* metrics.c: measures in criteria: what is compared with what number, from where to where. */
#include "model/metric_directions.h"
#include "model/tokens.h"
#include "model/values.h"

#include <string.h>

struct metric_reader {
    const struct inlines *inlines;
    const struct tokens *tokens;
    struct slice text;
    struct arena *arena;
};

static const struct token *token(const struct metric_reader *r, size_t at)
{
    return token_at(r->tokens, at);
}

static bool is_word(const struct metric_reader *r, size_t at, const char *const *words)
{
    return token_is_one_of(r->text, token(r, at), words);
}

/* Digits that are part of an id, a version, a date or a word: p95, FR-001, 2.1.3, GPT-4. */
static bool is_glued(const struct metric_reader *r, size_t at)
{
    if (at == 0 || !token_joins(token(r, at)))
        return false;
    const struct token *before = token(r, at - 1);
    switch (before->kind) {
    case TOKEN_DASH:
        return at > 1 && token_joins(before);
    case TOKEN_MARK:
        return before->mark < 0x80 && strchr("./:_#@-", (int)before->mark) != NULL;
    case TOKEN_WORD:
        return (unsigned char)r->text.ptr[before->span.start] < 0xE3;
    default:
        return true;
    }
}

static size_t digits_of(const struct token *t)
{
    return t->kind == TOKEN_DIGITS ? t->span.end - t->span.start : 0;
}

/* A number with thousands, decimals and K/M/B; gives the token behind it, or 0. */
static size_t read_number(const struct metric_reader *r, size_t at, double *value)
{
    size_t end = at + 1;
    if (!digits_of(token(r, at)))
        return 0;
    *value = token(r, at)->number;
    while (token_joins(token(r, end)) && token_joins(token(r, end + 1)) &&
           digits_of(token(r, end + 1))) {
        size_t digits = digits_of(token(r, end + 1));
        double part = token(r, end + 1)->number;
        if (token_is_mark(token(r, end), ',') && digits == 3) {
            *value = *value * 1000 + part;
        } else if (token_is_mark(token(r, end), '.') || token_is_mark(token(r, end), ',')) {
            for (size_t i = 0; i < digits; i++)
                part /= 10;
            *value += part;
            end += 2;
            break;
        } else {
            break;
        }
        end += 2;
    }
    static const char *const suffixes[] = {"K", "k", "M", "B", NULL};
    if (token_joins(token(r, end)) && is_word(r, end, suffixes)) {
        char c = r->text.ptr[token(r, end)->span.start];
        *value *= ascii_lower(c) == 'k' ? 1e3 : ascii_lower(c) == 'm' ? 1e6 : 1e9;
        end++;
    }
    /* A second point makes a version, a colon a time of day. */
    const struct token *next = token(r, end);
    bool more = token_joins(next) && token_joins(token(r, end + 1)) && digits_of(token(r, end + 1));
    return more && (token_is_mark(next, '.') || token_is_mark(next, ':')) ? 0 : end;
}

/* The sign or words in front of a number; gives the first token of them. */
static size_t read_comparator(const struct metric_reader *r, size_t at, char *comparator)
{
    static const struct {
        const char *words[2]; /* the second directly in front of the number */
        char comparator;
    } phrases[] = {{{"at", "least"}, 'g'},      {{"at", "most"}, 'l'},     {{"more", "than"}, '>'},
                   {{"less", "than"}, '<'},     {{"fewer", "than"}, '<'},  {{"up", "to"}, 'l'},
                   {{NULL, "over"}, '>'},       {{NULL, "above"}, '>'},    {{NULL, "exceeds"}, '>'},
                   {{NULL, "under"}, '<'},      {{NULL, "below"}, '<'},    {{NULL, "within"}, 'l'},
                   {{NULL, "minimum"}, 'g'},    {{NULL, "maximum"}, 'l'},  {{NULL, "about"}, '~'},
                   {{NULL, "mindestens"}, 'g'}, {{NULL, "höchstens"}, 'l'}};
    if (at == 0)
        return at;
    const struct token *before = token(r, at - 1);
    if (before->kind == TOKEN_MARK) {
        /* ">=" is two signs */
        if (before->mark == '=' && at > 1 && token_joins(before) &&
            (token_is_mark(token(r, at - 2), '>') || token_is_mark(token(r, at - 2), '<'))) {
            *comparator = token_is_mark(token(r, at - 2), '>') ? 'g' : 'l';
            return at - 2;
        }
        static const struct {
            uint32_t mark;
            char comparator;
        } signs[] = {{'>', '>'},    {'<', '<'},    {'=', '='},    {'~', '~'},
                     {0x2265, 'g'}, {0x2264, 'l'}, {0x2248, '~'}, {0x2A7E, 'g'}};
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (before->mark == signs[i].mark) {
                *comparator = signs[i].comparator;
                return at - 1;
            }
        return at;
    }
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        if (!token_is_word(r->text, before, phrases[i].words[1]))
            continue;
        if (!phrases[i].words[0] ||
            (at > 1 && token_is_word(r->text, token(r, at - 2), phrases[i].words[0]))) {
            *comparator = phrases[i].comparator;
            return at - (phrases[i].words[0] ? 2 : 1);
        }
    }
    return at;
}

/* "%", "ms", "pilots", "of 5", "/1140"; gives the token behind it. */
static size_t read_unit(const struct metric_reader *r, size_t at, struct slice *unit)
{
    static const char *const stops[] = {"in",  "to", "and", "or",   "by",   "for", "with", "the",
                                        "per", "on", "at",  "from", "than", "is",  "are",  "within",
                                        "und", "et", "y",   "e",    "i",    NULL};
    const struct token *t = token(r, at);
    size_t end = at;
    if (t->line || t->kind == TOKEN_END)
        return at;
    if (token_is_mark(t, '%') || token_is_mark(t, 0x2030))
        end = at + 1;
    else if ((token_is_word(r->text, t, "of") || token_is_mark(t, '/')) &&
             digits_of(token(r, at + 1)))
        end = at + 2;
    else if (t->kind == TOKEN_WORD && !is_word(r, at, stops))
        end = at + 1;
    *unit = tokens_plain(r->tokens, r->inlines, r->text, at, end, r->arena);
    return end;
}

struct reading {
    size_t start, end;
    double value;
    char comparator;
    struct slice unit;
};

/* One number with its sign and unit. */
static bool read_one(const struct metric_reader *r, size_t at, struct reading *reading)
{
    bool money = at > 0 && token_is_mark(token(r, at - 1), '$');
    *reading = (struct reading){.comparator = '='};
    if (!digits_of(token(r, at)) || is_glued(r, at))
        return false;
    size_t end = read_number(r, at, &reading->value);
    if (!end)
        return false;
    reading->start = read_comparator(r, money ? at - 1 : at, &reading->comparator);
    struct slice unit = {NULL, 0};
    bool percent = token_is_mark(token(r, end), '%');
    end += percent;
    if (token_is_mark(token(r, end), '+') && token_joins(token(r, end))) {
        reading->comparator = 'g';
        end++;
    }
    bool year = digits_of(token(r, at)) == 4 && reading->value >= 1900 && reading->value <= 2199;
    if (percent)
        unit = SLICE("%");
    else if (money)
        unit = SLICE("$");
    else
        end = read_unit(r, end, &unit);
    if (year && unit.len == 0 && reading->comparator == '=')
        return false;
    reading->unit = unit;
    reading->end = end;
    return true;
}

/* Does an arrow, or a "to" behind "from", lead from this reading to the next? */
static size_t read_change(const struct metric_reader *r, const struct reading *from)
{
    const struct token *t = token(r, from->end);
    if (t->kind == TOKEN_MARK && (t->mark == 0x2192 || t->mark == 0x21D2))
        return from->end + 1;
    if (t->kind == TOKEN_DASH && token_is_mark(token(r, from->end + 1), '>'))
        return from->end + 2;
    static const char *const from_words[] = {"from", "von", "del", "de", "da",
                                             "dal",  "z",   "od",  "с",  NULL};
    static const char *const to_words[] = {"to", "auf", "al", "a", "à", "do", "до", NULL};
    bool said = from->start > 0 && is_word(r, from->start - 1, from_words);
    return said && is_word(r, from->end, to_words) ? from->end + 1 : 0;
}

static struct metric *push(const struct metric_reader *r, struct metrics *out, size_t start,
                           size_t end)
{
    struct metric *metric = VEC_PUSH(r->arena, out);
    metric->where = (struct span){token(r, start)->span.start, token(r, end - 1)->span.end};
    metric->text = tokens_plain(r->tokens, r->inlines, r->text, start, end, r->arena);
    return metric;
}

static size_t read_metric(const struct metric_reader *r, size_t at, struct metrics *out)
{
    struct reading first, second;
    if (!read_one(r, at, &first))
        return 0;
    size_t behind = read_change(r, &first), number = behind;
    /* The sign of the second number stands before it: "→ ≥65%". */
    while (behind && number < behind + 2 && token(r, number)->kind == TOKEN_MARK)
        number++;
    bool change = behind && read_one(r, number, &second);
    const struct reading *target = change ? &second : &first;
    struct metric *metric = push(r, out, first.start, target->end);
    metric->comparator = target->comparator;
    metric->value = target->value;
    metric->has_value = true;
    metric->unit = arena_copy(r->arena, target->unit.len > 0 ? target->unit : first.unit);
    metric->baseline = change ? first.value : 0;
    metric->has_baseline = change;
    return target->end;
}

/* "≥X%": a measure whose number is still to come. */
static bool read_placeholder(const struct metric_reader *r, size_t at, struct metrics *out)
{
    const struct token *t = token(r, at);
    if (t->kind != TOKEN_NODE || r->inlines->v[t->node].kind != INLINE_PLACEHOLDER)
        return false;
    char comparator = '=';
    size_t start = read_comparator(r, at, &comparator);
    struct slice text = token_text(r->text, t);
    if (slice_starts(text, SLICE("≥")))
        comparator = 'g';
    else if (slice_starts(text, SLICE("≤")))
        comparator = 'l';
    else if (text.len > 0 && memchr("<>~", text.ptr[0], 3))
        comparator = text.ptr[0];
    bool percent = slice_contains(text, SLICE("%"));
    if (!percent && !slice_contains(text, SLICE("$")))
        return false;
    struct metric *metric = push(r, out, start, at + 1);
    metric->comparator = comparator;
    metric->placeholder = true;
    metric->unit = percent ? SLICE("%") : SLICE("$");
    return true;
}

void metrics_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                  struct metrics *out)
{
    struct arena scratch;
    struct tokens tokens;
    arena_init(&scratch);
    tokens_read(inlines, text, true, &scratch, &tokens);
    struct metric_reader r = {inlines, &tokens, text, arena};
    size_t before = out->len;
    for (size_t at = 0; at < tokens.len;) {
        size_t end = read_placeholder(&r, at, out) ? at + 1 : read_metric(&r, at, out);
        at = end > at ? end : at + 1;
    }
    if (out->len > before)
        metric_directions_read(text, inlines->v[0].span, out->items + before, out->len - before);
    arena_release(&scratch);
}
