/* scanner.c: the part of the grammar that depends on what stands before or far ahead.
 *
 * What it remembers between tokens is little: the open marks, and what the token just ended leaves
 * for the one right behind it (a label begins here; a mark has a space before it). The parser's own
 * tokens come between without the scanner's knowledge, so nothing else may be remembered. */
#include "brackets.h"
#include "emphasis.h"
#include "text.h"

#include "tree_sitter/alloc.h"

void *tree_sitter_plan_inline_external_scanner_create(void);
void tree_sitter_plan_inline_external_scanner_destroy(void *payload);
unsigned tree_sitter_plan_inline_external_scanner_serialize(void *payload, char *buffer);
void tree_sitter_plan_inline_external_scanner_deserialize(void *payload, const char *buffer,
                                                          unsigned length);
bool tree_sitter_plan_inline_external_scanner_scan(void *payload, TSLexer *lexer,
                                                   const bool *valid);

void *tree_sitter_plan_inline_external_scanner_create(void)
{
    return ts_calloc(1, sizeof(struct state));
}

void tree_sitter_plan_inline_external_scanner_destroy(void *payload)
{
    ts_free(payload);
}

unsigned tree_sitter_plan_inline_external_scanner_serialize(void *payload, char *buffer)
{
    const struct state *state = payload;
    buffer[0] = (char)((state->started ? 1 : 0) | state->where << 1 | state->before << 3 |
                       (state->glued ? 32 : 0));
    buffer[1] = (char)(state->label | state->mark << 5);
    buffer[2] = (char)state->code_missed;
    buffer[3] = (char)(state->allowance & 0xFF);
    buffer[4] = (char)(state->allowance >> 8);
    memcpy(buffer + 5, state->open, state->depth);
    return 5u + state->depth;
}

void tree_sitter_plan_inline_external_scanner_deserialize(void *payload, const char *buffer,
                                                          unsigned length)
{
    struct state *state = payload;
    if (length < 5) {
        memset(state, 0, sizeof *state);
        state->allowance = ALLOWANCE;
        return;
    }
    state->started = buffer[0] & 1;
    state->where = (uint8_t)(buffer[0] >> 1 & 3);
    state->before = (uint8_t)(buffer[0] >> 3 & 3);
    state->glued = buffer[0] >> 5 & 1;
    state->label = (uint8_t)(buffer[1] & 31);
    state->mark = (uint8_t)((uint8_t)buffer[1] >> 5);
    state->code_missed = (uint8_t)buffer[2];
    state->allowance = (uint16_t)((uint8_t)buffer[3] | (uint8_t)buffer[4] << 8);
    state->depth = (uint8_t)(length - 5);
    memcpy(state->open, buffer + 5, state->depth);
}

static bool scan_start(struct scan *scan)
{
    scan->state->started = true;
    mark(scan);
    scan->state->before = SIDE_SPACE;
    scan->state->mark = (uint8_t)mark_number(peek(scan));
    note_boundary(scan, LINE_START);
    return finish(scan, T_START);
}

/* Nothing is left: closes what is open, one token each, and then the line. */
static bool scan_end(struct scan *scan)
{
    mark(scan);
    if (scan->state->depth > 0)
        scan->state->depth--;
    return finish(scan, T_CLOSE);
}

static bool scan_code(struct scan *scan)
{
    struct state *state = scan->state;
    unsigned length = 0;
    while (peek(scan) == '`') {
        pass(scan);
        length++;
    }
    mark(scan);
    uint32_t from = scan->count;
    unsigned bit = length <= 8 ? 1u << (length - 1) : 0;
    if (state->code_missed & bit)
        return finish(scan, T_TEXT);
    if (!bit)
        look_ahead(scan, MAX_AHEAD);
    while (!at_end(scan)) {
        unsigned run = 0;
        for (; peek(scan) == '`'; run++)
            pass(scan);
        if (run == length) {
            mark(scan);
            return finish(scan, T_CODE);
        }
        if (run == 0)
            pass(scan);
    }
    state->code_missed = (uint8_t)(state->code_missed | bit);
    pay(scan, from);
    return finish(scan, T_TEXT);
}

static bool scan_emoji(struct scan *scan)
{
    bool flag = is_between(peek(scan), 0x1F1E6, 0x1F1FF);
    pass(scan);
    if (flag && is_between(peek(scan), 0x1F1E6, 0x1F1FF))
        pass(scan);
    for (;;) {
        int32_t c = peek(scan);
        bool modifier =
            c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || is_between(c, 0x1F3FB, 0x1F3FF);
        if (!modifier && c != 0x200D)
            break;
        pass(scan);
        if (c == 0x200D && (is_emoji(peek(scan)) || peek(scan) == 0x2640 || peek(scan) == 0x2642))
            pass(scan);
    }
    mark(scan);
    note_boundary(scan, scan->where);
    return finish(scan, T_EMOJI);
}

static bool scan_separator(struct scan *scan)
{
    int32_t c = peek(scan);
    pass(scan);
    mark(scan);
    note_boundary(scan, c == ';' || c == 0xFF1B ? PART_START : LINE_START);
    return finish(scan, T_SEPARATOR);
}

/* `§ 7`. */
static bool scan_section_sign(struct scan *scan)
{
    while (peek(scan) == 0xA7)
        pass(scan);
    mark(scan);
    while (is_blank(peek(scan)))
        pass(scan);
    return finish(scan, is_digit(peek(scan)) ? T_WORD : T_TEXT);
}

static bool scan_mark(struct scan *scan, int32_t c)
{
    const struct state *state = scan->state;
    switch (c) {
    case '*':
    case '_':
        return scan_stars(scan);
    case '`':
        return scan_code(scan);
    case '[':
        return scan_square(scan);
    case '(':
    case 0xFF08:
        return scan_paren(scan);
    case '|':
    case ';':
    case 0xB7:
    case 0x2022:
    case 0xFF1B:
        return scan_separator(scan);
    case 0xA7:
        return scan_section_sign(scan);
    default:
        break;
    }
    enum open closes = c == ')' ? O_PAREN : c == ']' ? O_SQUARE : O_PAREN_WIDE;
    if (is_open(state, closes))
        return close_bracket(scan, closes);
    pass(scan);
    mark(scan);
    return finish(scan, T_TEXT);
}

static bool is_scanners(int32_t c)
{
    return c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '(' || c == ')' ||
           c == 0xFF08 || c == 0xFF09 || c == '|' || c == ';' || c == 0xB7 || c == 0x2022 ||
           c == 0xFF1B || c == 0xA7;
}

static bool scan_node(struct scan *scan)
{
    struct state *state = scan->state;
    int32_t c = peek(scan);
    scan->before = side_before(scan);
    if (at_end(scan))
        return scan_end(scan);
    if (state->label != O_NONE)
        return open_label(scan);
    scan->where = (enum boundary)state->where;
    state->where = NOWHERE;
    if (is_newline(c) && is_label(top(state)))
        return scan_end(scan);
    if ((c == ':' || c == 0xFF1A) && is_label(top(state)))
        return close_label_at_colon(scan) || finish(scan, T_TEXT);
    if ((scan->valid[T_UNIT] || scan->valid[T_TO] || scan->valid[T_AND]) &&
        scan_behind_number(scan))
        return true;
    if (is_scanners(c))
        return scan_mark(scan, c);
    if (c == '<')
        return scan_angle(scan);
    if (is_emoji(c))
        return scan_emoji(scan);
    if (is_arrow(c)) {
        pass(scan);
        return finish_arrow(scan);
    }
    return scan_text(scan);
}

bool tree_sitter_plan_inline_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid)
{
    struct scan scan = {.lexer = lexer, .valid = valid, .state = payload, .limit = UINT32_MAX};
    if (valid[T_START] && valid[T_TEXT])
        return false; /* error recovery: never, by contract */
    if (valid[T_START])
        return scan_start(&scan);
    if (valid[T_TARGET_OPEN] || valid[T_TARGET_CLOSE])
        return scan_target(&scan);
    if (valid[T_DATAVIEW_KEY])
        return scan_dataview_key(&scan);
    return scan_node(&scan);
}
