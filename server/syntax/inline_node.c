/* inline_node.c: what the parts of one shape are, read from its own bytes. */
#include "syntax/inline_node.h"

#include <string.h>

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

struct span inline_strip(struct slice text, struct span span, char open, char close)
{
    if (span.end - span.start >= 2 && text.ptr[span.start] == open &&
        text.ptr[span.end - 1] == close)
        return (struct span){span.start + 1, span.end - 1};
    return span;
}

struct span inline_trim_end(struct slice text, struct span span, char mark)
{
    if (span.end > span.start && text.ptr[span.end - 1] == mark)
        span.end--;
    return span;
}

static struct span trim_blanks(struct slice text, struct span span)
{
    while (span.start < span.end && ascii_is_space(text.ptr[span.start]))
        span.start++;
    while (span.end > span.start && ascii_is_space(text.ptr[span.end - 1]))
        span.end--;
    return span;
}

/* `**L**:`, `_L:_`, `L：` to L. */
static struct span label_words(struct slice text, struct span span)
{
    static const struct slice wide_colon = SLICE_INIT("\xEF\xBC\x9A");
    while (span.start < span.end && is_one_of(text.ptr[span.start], "*_"))
        span.start++;
    for (;;) {
        struct slice rest = span_slice(text, span);
        if (slice_ends(rest, wide_colon))
            span.end -= 3;
        else if (rest.len > 0 && is_one_of(rest.ptr[rest.len - 1], "*_: \t"))
            span.end--;
        else
            break;
    }
    return trim_blanks(text, span);
}

/* Without n bytes at both ends. */
static struct span inner(struct span span, uint32_t n)
{
    if (span.end - span.start < 2 * n)
        return (struct span){span.start, span.start};
    return (struct span){span.start + n, span.end - n};
}

static struct span code_text(struct slice text, struct span span)
{
    uint32_t ticks = 0;
    while (span.start + ticks < span.end && text.ptr[span.start + ticks] == '`')
        ticks++;
    struct span code = inner(span, ticks);
    struct slice bytes = span_slice(text, code);
    if (bytes.len >= 2 && bytes.ptr[0] == ' ' && bytes.ptr[bytes.len - 1] == ' ' &&
        slice_trim(bytes).len > 0)
        code = inner(code, 1);
    return code;
}

static void finish_wiki_link(struct inline_node *node, struct slice text)
{
    struct span content = inner(node->span, 2);
    size_t bar = slice_find_byte(span_slice(text, content), '|');
    node->target = node->text = content;
    if (bar == SLICE_NONE) {
        node->text.start = node->text.end;
    } else {
        node->target.end = content.start + (uint32_t)bar;
        node->text.start = node->target.end + 1;
        if (text.ptr[node->target.end - 1] == '\\') /* in a table cell: `\|` */
            node->target.end--;
    }
    node->target = trim_blanks(text, node->target);
    node->text = trim_blanks(text, node->text);
}

static bool is_digit_at(struct slice text, uint32_t at, uint32_t end)
{
    return at < end && ascii_is_digit(text.ptr[at]);
}

/* From the first digit to before a closing `+`. */
static struct span number_text(struct slice text, struct span span)
{
    uint32_t start = span.start;
    while (start < span.end && !ascii_is_digit(text.ptr[start]))
        start++;
    if (start == span.end)
        start = span.start; /* ½ */
    return inline_trim_end(text, (struct span){start, span.end}, '+');
}

/* `4-6 hours`, `3-4h`, `10K`: text the number or range, target the unit. */
static void finish_measure(struct inline_node *node, struct slice text)
{
    struct span span = number_text(text, node->span);
    uint32_t end = span.end;
    while (end > span.start && !is_digit_at(text, end - 1, span.end))
        end--;
    node->text = (struct span){span.start, end};
    if (end < span.end && text.ptr[end] == '+')
        end++;
    else if (end < span.end && text.ptr[end] == '-')
        end++;
    node->target = trim_blanks(text, (struct span){end, span.end});
}

static bool is_letter_byte(char c)
{
    return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* `第1阶段`, which has no word node: text 阶段, target 1. */
static void finish_ordinal(struct inline_node *node, struct slice text)
{
    uint32_t start = node->span.start, end = node->span.end;
    while (start < node->span.end && !ascii_is_digit(text.ptr[start]))
        start++;
    while (end > start && !ascii_is_digit(text.ptr[end - 1]))
        end--;
    node->target = (struct span){start, end};
    node->text = trim_blanks(text, (struct span){end, node->span.end});
}

static void finish_dataview(struct inline_node *node, struct slice text)
{
    uint32_t value = node->target.end + 2;
    node->text = trim_blanks(
        text, (struct span){value < node->span.end ? value : node->span.end, node->span.end - 1});
    node->target = trim_blanks(text, node->target);
}

/* `src/x.py:147`, `a.md#part`: text the path, target what follows it. */
static void finish_path(struct inline_node *node, struct slice text)
{
    struct slice bytes = span_slice(text, node->span);
    size_t colon = slice_find_last_byte(bytes, ':'), hash = slice_find_byte(bytes, '#');
    size_t cut = hash != SLICE_NONE ? hash : slice_find_byte(bytes, ':');
    node->target = (struct span){node->span.end, node->span.end};
    if (cut == SLICE_NONE || (hash == SLICE_NONE && colon == SLICE_NONE))
        return;
    node->text.end = node->span.start + (uint32_t)cut;
    node->target.start = node->text.end + 1;
}

/* Every tag is `[…]` or `{…}`. */
void inline_finish(struct inline_node *node, struct slice text, const struct inline_node *child)
{
    switch ((enum inline_kind)node->kind) {
    case INLINE_LABEL:
        node->text = label_words(text, node->span);
        break;
    case INLINE_STRONG:
    case INLINE_STRIKE:
        node->text = inner(node->span, 2);
        break;
    case INLINE_EMPHASIS:
    case INLINE_TAG:
        node->text = inner(node->span, 1);
        break;
    case INLINE_PAREN:
        node->text = inner(node->span, text.ptr[node->span.start] == '(' ? 1 : 3);
        break;
    case INLINE_CODE:
        node->text = code_text(text, node->span);
        break;
    case INLINE_WIKI_LINK:
        finish_wiki_link(node, text);
        break;
    case INLINE_AUTOLINK:
        node->text = node->target = inline_strip(text, node->span, '<', '>');
        break;
    case INLINE_MENTION:
        node->text.start++;
        break;
    case INLINE_NUMBER:
    case INLINE_RANGE:
        node->text = number_text(text, node->span);
        break;
    case INLINE_MEASURE:
        finish_measure(node, text);
        break;
    case INLINE_NUMBERED:
        if (child)
            node->target = (struct span){child->span.start, node->span.end};
        else
            finish_ordinal(node, text);
        break;
    case INLINE_PATH:
        finish_path(node, text);
        break;
    case INLINE_DATAVIEW:
        finish_dataview(node, text);
        break;
    default:
        break;
    }
}

uint32_t inline_id_end(struct slice text, struct span span)
{
    /* The longest prefix that ends in a digit (and one letter) before a joint and a new id. */
    for (uint32_t at = span.start + 1; at < span.end; at++) {
        char before = text.ptr[at - 1];
        struct span rest = {at, span.end};
        uint32_t joint = inline_join_length(text, rest);
        if (joint == 0 || at + joint >= span.end)
            continue;
        bool ended = ascii_is_digit(before) || (at >= span.start + 2 && ascii_is_alpha(before) &&
                                                ascii_is_digit(text.ptr[at - 2]));
        char next = text.ptr[at + joint];
        if (ended && (ascii_is_upper(next) || next == '#' || text.ptr[at] != '-'))
            return at;
    }
    return span.end;
}

uint32_t inline_join_length(struct slice text, struct span span)
{
    if (span_is_empty(span))
        return 0;
    if (is_one_of(text.ptr[span.start], "-/&+"))
        return 1;
    return !is_letter_byte(text.ptr[span.start]) || span.end - span.start < 3 ||
                   (unsigned char)text.ptr[span.start] != 0xE2
               ? 0
               : 3;
}

/* What a byte can begin. */
enum byte_kind {
    BYTE_PLAIN,
    BYTE_SHAPE,  /* may begin or be a shape */
    BYTE_DOUBT,  /* plain before a space, at the end, before other punctuation */
    BYTE_QUOTES, /* 0xE2: plain in the block of quotes and dashes */
};

/* ASCII by a table: P plain, S shape, D doubt. Behind it: C2 begins § · £, E3 and EF fullwidth
 * marks, F0 emoji; the rest are letters. */
static enum byte_kind byte_kind(unsigned char c)
{
    static const char ascii[] = "SSSSSSSSSPPSSPSSSSSSSSSSSSSSSSSS"
                                "PPPSSSSPSSSSPPDSSSSSSSSSSSSSSSSD"
                                "SPPPPPPPPPPPPPPPPPPPPPPPPPPSSSSS"
                                "SPPPPPPPPPPPPPPPPPPPPPPPPPPSSSSS";
    if (c < 0x80)
        return ascii[c] == 'P' ? BYTE_PLAIN : ascii[c] == 'D' ? BYTE_DOUBT : BYTE_SHAPE;
    if (c == 0xE2)
        return BYTE_QUOTES;
    return c == 0xC2 || c == 0xE3 || c >= 0xEF ? BYTE_SHAPE : BYTE_PLAIN;
}

bool inline_is_plain(struct slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        char next = i + 1 < bytes.len ? bytes.ptr[i + 1] : ' ';
        switch (byte_kind(c)) {
        case BYTE_SHAPE:
            return false;
        case BYTE_DOUBT:
            if (!is_one_of(next, " \t\r\n\"'!,"))
                return false;
            break;
        case BYTE_QUOTES:
            if ((unsigned char)next != 0x80)
                return false;
            break;
        default:
            break;
        }
    }
    return true;
}

/* Does the byte at i say the same to a reader of words whether or not it is part of a shape? */
static bool is_bare(struct slice bytes, size_t i)
{
    char c = bytes.ptr[i];
    char before = i > 0 ? bytes.ptr[i - 1] : ' ';
    char after = i + 1 < bytes.len ? bytes.ptr[i + 1] : ' ';
    switch (c) {
    case 'X': /* "X%", "20XX" */
        return after >= 'a' && after <= 'z';
    case '%':
        return ascii_is_digit(before);
    case '$':
        return ascii_is_digit(after);
    case '/': /* else perhaps a path's */
        return ascii_is_digit(before) && ascii_is_digit(after);
    case '.':
        return ascii_is_space(after) || (ascii_is_digit(before) && ascii_is_digit(after));
    case ':':
        return ascii_is_space(after) || ascii_is_digit(after);
    default:
        return (unsigned char)c >= 0x80 || ascii_is_alnum(c) || is_one_of(c, " \t,;()-+'\"=>#|");
    }
}

bool inline_is_bare(struct slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (!is_bare(bytes, i))
            return false;
    return true;
}
