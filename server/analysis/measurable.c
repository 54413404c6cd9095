/* measurable.c: which clauses of a success criterion nobody could check. */
#include "analysis/measurable.h"

#include "model/measure_words.h"

#include <string.h>

/* A longer clause says more than a judgement. */
#define CLAUSE_WORDS 12

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80 || c == '\'' || c == '-';
}

static size_t wide_comma(struct slice s)
{
    return slice_starts(s, SLICE("，")) || slice_starts(s, SLICE("、")) ||
                   slice_starts(s, SLICE("；"))
               ? 3
               : 0;
}

static struct span trim(struct slice text, struct span span)
{
    while (span.start < span.end && strchr(" \t\r\n,;.", text.ptr[span.start]))
        span.start++;
    while (span.end > span.start && strchr(" \t\r\n,;.", text.ptr[span.end - 1]))
        span.end--;
    return span;
}

bool clause_next(struct slice text, struct span *rest, struct span *clause)
{
    while (rest->start < rest->end) {
        uint32_t i = rest->start;
        size_t depth = 0, step = 0;
        bool quoted = false;
        for (; i < rest->end; i++) {
            char c = text.ptr[i];
            bool number = c == ',' && i + 1 < rest->end && ascii_is_digit(text.ptr[i + 1]);
            quoted = quoted != (c == '"' || c == '`');
            depth += c == '(' || c == '[';
            depth -= depth > 0 && (c == ')' || c == ']');
            step = (c == ',' && !number) || c == ';' ? 1
                   : (unsigned char)c >= 0x80        ? wide_comma(slice_sub(text, i, rest->end))
                                                     : 0;
            if (step && depth == 0 && !quoted)
                break;
        }
        *clause = trim(text, (struct span){rest->start, i});
        rest->start = i < rest->end ? i + (uint32_t)step : i;
        if (!span_is_empty(*clause))
            return true;
    }
    return false;
}

/* Numbers, code, links and comparisons can be checked. */
static bool has_measure_mark(struct slice clause)
{
    for (size_t i = 0; i < clause.len; i++)
        if (ascii_is_digit(clause.ptr[i]) || strchr("%`[<>=\"/$", clause.ptr[i]))
            return true;
    return slice_contains(clause, SLICE("≥")) || slice_contains(clause, SLICE("≤")) ||
           slice_contains(clause, SLICE("→"));
}

/* Languages without spaces: whole phrases, as the whole clause. */
static bool is_vague_phrase(struct slice clause)
{
    static const char *const phrases[] = {"良いフィードバック",
                                          "ポジティブなフィードバック",
                                          "好意的なフィードバック",
                                          "有益な洞察",
                                          "実用的な洞察",
                                          "使いやすいUI",
                                          "ユーザー満足度の向上",
                                          "正面反馈",
                                          "积极反馈",
                                          "积极的反馈",
                                          "可行的洞察",
                                          "有价值的洞察",
                                          "用户体验良好",
                                          "良好的用户体验",
                                          "正面回饋",
                                          "積極的反饋",
                                          "긍정적인 피드백",
                                          "유용한 인사이트",
                                          "좋은 사용자 경험"};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (slice_is(clause, phrases[i]))
            return true;
    return false;
}

bool clause_is_vague(struct slice clause)
{
    unsigned kinds[CLAUSE_WORDS];
    size_t count = 0;
    if (is_vague_phrase(slice_trim(clause)))
        return true;
    if (has_measure_mark(clause))
        return false;
    for (size_t i = 0; i < clause.len;) {
        size_t start = i;
        while (i < clause.len && is_word_byte(clause.ptr[i]))
            i++;
        if (i == start) {
            i++;
            continue;
        }
        if (count == CLAUSE_WORDS)
            return false;
        kinds[count++] = measure_word_of(slice_sub(clause, start, i));
    }
    const unsigned judgement = MEASURE_QUALITY | MEASURE_PREDICATE | MEASURE_UP;
    bool vague = count > 1 && (kinds[count - 1] & MEASURE_PREDICATE);
    for (size_t i = 0; i < count; i++) {
        if (kinds[i] & (MEASURE_CHECK | MEASURE_SHARE))
            return false;
        /* "positive feedback", "positive beta feedback", "retours positifs" */
        bool near = (i > 0 && kinds[i - 1] & judgement) || (i > 1 && kinds[i - 2] & judgement) ||
                    (i + 1 < count && kinds[i + 1] & (MEASURE_QUALITY | MEASURE_PREDICATE));
        vague = vague || (kinds[i] & MEASURE_THING && near);
    }
    return vague;
}
