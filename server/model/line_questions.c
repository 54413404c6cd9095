/* line_questions.c: what readers ask of every line before they read it. */
#include "model/line_questions.h"

#include "base/memo.h"
#include "model/reference_build.h"

static bool (*const judges[])(struct slice line) = {
    [LINE_MAY_HOLD_FIELD] = line_may_hold_field,
    [LINE_MAY_HOLD_LINK] = line_may_hold_link,
    [LINE_MAY_HOLD_PATH] = path_may_occur,
    [LINE_MAY_HOLD_TIME] = line_may_hold_time,
    [LINE_LEAVES_BRACKETS_OPEN] = line_leaves_brackets_open,
    [LINE_HOLDS_BLANK] = line_holds_blank,
    [LINE_NAMES_CHAIN] = line_names_chain,
    [LINE_NAMES_RECORD] = line_names_record,
    [LINE_NAMES_TOTAL] = line_names_total,
    [LINE_MAY_STATE_TOTAL] = line_may_state_total,
};

#define QUESTIONS (sizeof judges / sizeof *judges)
#define ANSWERED  (1U << 31) /* tells answers that are all no from none */

static uint32_t answer_all(struct slice line)
{
    uint32_t answers = ANSWERED;
    for (size_t i = 0; i < QUESTIONS; i++)
        answers |= (uint32_t)judges[i](line) << i;
    return answers;
}

static uint32_t answers_about(struct memo *memo, struct slice line)
{
    const struct memo_key key = {.kind = MEMO_LINE, .text = line};
    size_t size;
    const uint32_t *known = memo_find(memo, &key, &size);
    if (known)
        return *known;
    uint32_t answers = answer_all(line);
    memo_keep(memo, &key, &answers, sizeof answers);
    return answers;
}

bool line_is(struct builder *b, uint32_t block, enum line_question question)
{
    struct memo *memo = inline_parser_memo(b->parser);
    struct slice line = span_slice(b->bytes, b->blocks->v[block].text);
    if (!memo)
        return judges[question](line);
    if (!b->line_answers)
        b->line_answers = arena_array(b->scratch, b->blocks->len, sizeof *b->line_answers);
    if (!b->line_answers[block])
        b->line_answers[block] = answers_about(memo, line);
    return b->line_answers[block] >> question & 1;
}
