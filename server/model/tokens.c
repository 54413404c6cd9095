/* tokens.c: the readable part of a value as words, digits and punctuation. */
#include "model/tokens.h"

#include "model/lexicon.h"
#include "text/utf8.h"

#include <string.h>

/* A part of the value that is not read: marks of emphasis (no node), or a shape that is one token. */
struct gap {
    struct span span;
    uint32_t node; /* 0: nothing stands for it */
};

struct gaps {
    VEC_MEMBERS(struct gap);
};

static bool is_opaque(const struct inline_node *node, bool open_links)
{
    switch (node->kind) {
    case INLINE_LINK:
    case INLINE_WIKI_LINK:
        return !open_links || node->kind == INLINE_WIKI_LINK;
    case INLINE_CODE:
    case INLINE_IMAGE:
    case INLINE_AUTOLINK:
    case INLINE_HTML:
    case INLINE_MENTION:
    case INLINE_PATH:
    case INLINE_PLACEHOLDER:
        return true;
    default:
        return false;
    }
}

static bool has_marks(const struct inline_node *node)
{
    return node->kind == INLINE_STRONG || node->kind == INLINE_EMPHASIS ||
           node->kind == INLINE_STRIKE || node->kind == INLINE_LINK;
}

static void push_gap(struct gaps *gaps, struct arena *arena, uint32_t start, uint32_t end,
                     uint32_t node)
{
    if (start < end)
        *VEC_PUSH(arena, gaps) = (struct gap){{start, end}, node};
}

/* A label's colon is read, its marks are not. */
static size_t colon_in(struct slice s)
{
    size_t narrow = slice_find_byte(s, ':');
    return narrow != SLICE_NONE ? narrow : slice_find(s, SLICE("："));
}

static uint32_t colon_length(struct slice text, uint32_t at)
{
    return slice_starts(slice_from(text, at), SLICE("：")) ? 3 : 1;
}

/* The gaps in order. Closing marks wait on a stack until the walk has passed what they close. */
static void find_gaps(const struct inlines *inlines, struct slice text, bool open_links,
                      struct arena *arena, struct gaps *gaps)
{
    VEC(struct span) closing = {0};
    for (uint32_t i = 1; i < inlines->len;) {
        const struct inline_node *node = &inlines->v[i];
        while (closing.len > 0 && VEC_LAST(&closing)->start <= node->span.start) {
            struct span close = closing.items[--closing.len];
            push_gap(gaps, arena, close.start, close.end, 0);
        }
        if (is_opaque(node, open_links)) {
            push_gap(gaps, arena, node->span.start, node->span.end, i);
            i = node->next > i ? node->next : i + 1;
            continue;
        }
        if (node->kind == INLINE_LABEL && span_covers(node->span, node->text)) {
            struct slice behind = span_slice(text, (struct span){node->text.end, node->span.end});
            size_t colon = colon_in(behind);
            uint32_t at = node->text.end + (uint32_t)(colon == SLICE_NONE ? 0 : colon);
            push_gap(gaps, arena, node->span.start, node->text.start, 0);
            *VEC_PUSH(arena, &closing) = (struct span){at + colon_length(text, at), node->span.end};
            *VEC_PUSH(arena, &closing) = (struct span){node->text.end, at};
        } else if (has_marks(node) && span_covers(node->span, node->text)) {
            push_gap(gaps, arena, node->span.start, node->text.start, 0);
            *VEC_PUSH(arena, &closing) = (struct span){node->text.end, node->span.end};
        }
        i++;
    }
    while (closing.len > 0) {
        struct span close = closing.items[--closing.len];
        push_gap(gaps, arena, close.start, close.end, 0);
    }
}

/* What a character is to a reader. */
static enum token_kind kind_of(uint32_t c, uint32_t *mark)
{
    *mark = c;
    if (c < 0x80)
        return ascii_is_alpha((char)c)   ? TOKEN_WORD
               : ascii_is_digit((char)c) ? TOKEN_DIGITS
               : c == '-'                ? TOKEN_DASH
                                         : TOKEN_MARK;
    if (c >= 0xFF01 && c <= 0xFF5E && !(c >= 0xFF10 && c <= 0xFF19)) {
        enum token_kind kind = kind_of(c - 0xFEE0, mark);
        return kind;
    }
    switch (c) {
    case 0x3001:
    case 0x60C: /* Arabic comma */
        *mark = ',';
        return TOKEN_MARK;
    case 0x3002:
        *mark = '.';
        return TOKEN_MARK;
    case 0x301C:
        *mark = '~';
        return TOKEN_MARK;
    case 0x3005: /* 々 */
    case 0xAA:
    case 0xB5:
    case 0xBA:
        return TOKEN_WORD;
    default:
        break;
    }
    if (lexicon_is_dash(c))
        return TOKEN_DASH;
    bool mark_block = (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 ||
                      (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c == 0x30FB ||
                      (c >= 0xFF5F && c <= 0xFF65) || (c >= 0xFFE0 && c <= 0xFFFF) ||
                      lexicon_is_decoration(c);
    return mark_block ? TOKEN_MARK : TOKEN_WORD;
}

struct scan {
    struct slice text;
    struct arena *arena;
    struct tokens *out;
    bool spaced, line;
};

static struct token *push(struct scan *scan, enum token_kind kind, uint32_t start, uint32_t end)
{
    struct token *token = VEC_PUSH(scan->arena, scan->out);
    token->kind = (uint8_t)kind;
    token->spaced = scan->spaced;
    token->line = scan->line;
    token->span = (struct span){start, end};
    scan->spaced = scan->line = false;
    return token;
}

static bool is_apostrophe(struct slice text, uint32_t at, uint32_t end, unsigned *len)
{
    uint32_t c, behind, mark;
    *len = utf8_decode(slice_sub(text, at, end), &c);
    if ((c != '\'' && c != 0x2019) || at + *len >= end)
        return false;
    utf8_decode(slice_sub(text, at + *len, end), &behind);
    return kind_of(behind, &mark) == TOKEN_WORD;
}

static uint32_t word_end(struct slice text, uint32_t at, uint32_t end)
{
    while (at < end) {
        uint32_t c, mark;
        unsigned len = utf8_decode(slice_sub(text, at, end), &c);
        if (kind_of(c, &mark) != TOKEN_WORD && !is_apostrophe(text, at, end, &len))
            break;
        at += len;
    }
    return at;
}

static uint32_t scan_digits(struct scan *scan, uint32_t at, uint32_t end)
{
    uint64_t number = 0;
    uint32_t start = at;
    for (; at < end && ascii_is_digit(scan->text.ptr[at]); at++)
        if (number <= UINT32_MAX)
            number = number * 10 + (uint64_t)(scan->text.ptr[at] - '0');
    push(scan, TOKEN_DIGITS, start, at)->number =
        number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
    return at;
}

static void scan_run(struct scan *scan, uint32_t at, uint32_t end)
{
    while (at < end && scan->out->len < TOKENS_MOST) {
        uint32_t c, mark;
        unsigned len = utf8_decode(slice_sub(scan->text, at, end), &c);
        if ((c < 0x80 && ascii_is_space((char)c)) || lexicon_is_wide_space(c)) {
            scan->spaced = true;
            scan->line = scan->line || c == '\n';
            at += len;
            continue;
        }
        if (c == '\\' && at + 1 < end && !ascii_is_alnum(scan->text.ptr[at + 1])) {
            at++;
            continue;
        }
        switch (kind_of(c, &mark)) {
        case TOKEN_DIGITS:
            at = scan_digits(scan, at, end);
            break;
        case TOKEN_WORD: {
            uint32_t behind = word_end(scan->text, at + len, end);
            push(scan, TOKEN_WORD, at, behind);
            at = behind;
            break;
        }
        case TOKEN_DASH:
            push(scan, TOKEN_DASH, at, at + len)->mark = c;
            at += len;
            break;
        default:
            push(scan, TOKEN_MARK, at, at + len)->mark = mark;
            at += len;
            break;
        }
    }
}

void tokens_read(const struct inlines *inlines, struct slice text, bool open_links,
                 struct arena *arena, struct tokens *out)
{
    struct scan scan = {.text = text, .arena = arena, .out = out, .spaced = true};
    struct gaps gaps = {0};
    *out = (struct tokens){0};
    if (inlines->len > 0) {
        struct span whole = inlines->v[0].span;
        uint32_t at = whole.start;
        if (inlines->len > 1)
            find_gaps(inlines, text, open_links, arena, &gaps);
        for (size_t i = 0; i < gaps.len; i++) {
            const struct gap *gap = &gaps.items[i];
            if (gap->span.start < at)
                continue;
            scan_run(&scan, at, gap->span.start);
            if (gap->node > 0)
                push(&scan, TOKEN_NODE, gap->span.start, gap->span.end)->node = gap->node;
            at = gap->span.end;
        }
        scan_run(&scan, at, whole.end);
    }
    scan.spaced = scan.line = true;
    uint32_t end = inlines->len > 0 ? inlines->v[0].span.end : 0;
    push(&scan, TOKEN_END, end, end);
    out->len--;
}

struct slice tokens_plain(const struct tokens *tokens, const struct inlines *inlines,
                          struct slice text, size_t from, size_t end, struct arena *arena)
{
    size_t room = 0;
    for (size_t i = from; i < end; i++)
        room += token_at(tokens, i)->span.end - token_at(tokens, i)->span.start + 1;
    char *out = arena_alloc(arena, room + 1);
    size_t len = 0;
    for (size_t i = from; i < end; i++) {
        const struct token *token = token_at(tokens, i);
        bool code = token->kind == TOKEN_NODE && inlines->v[token->node].kind == INLINE_CODE;
        struct slice part = span_slice(text, code ? inlines->v[token->node].text : token->span);
        if (i > from && token->spaced)
            out[len++] = ' ';
        if (part.len > 0)
            memcpy(out + len, part.ptr, part.len);
        len += part.len;
    }
    return (struct slice){out, len};
}

bool token_is_word(struct slice text, const struct token *token, const char *word)
{
    return token->kind == TOKEN_WORD && slice_is_nocase(token_text(text, token), word);
}

bool token_is_one_of(struct slice text, const struct token *token, const char *const *words)
{
    if (token->kind != TOKEN_WORD)
        return false;
    struct slice word = token_text(text, token);
    for (; *words; words++)
        if (slice_is_nocase(word, *words))
            return true;
    return false;
}
