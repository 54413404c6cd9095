/* framing.c: finds the messages in a stream of bytes that arrives in any pieces. */
#include "lsp/framing.h"

#include <string.h>

/* What is kept of a line too long to be a header: enough for a Content-Length at its end. */
#define KEPT_TAIL 64

void framing_init(struct framing *framing, size_t max_body)
{
    memset(framing, 0, sizeof *framing);
    framing->max_body = max_body;
    strbuf_init(&framing->body, max_body);
}

void framing_release(struct framing *framing)
{
    strbuf_release(&framing->body);
}

static void start_header(struct framing *framing)
{
    framing->in_body = framing->has_length = framing->has_header = false;
    framing->header_used = framing->line_len = 0;
    framing->line_cut = false;
}

/* True where the problem is to be told: the first since the last message. */
static bool complain(struct framing *framing, enum framing_problem problem)
{
    if (framing->complained)
        return false;
    framing->complained = true;
    framing->problem = problem;
    return true;
}

static bool is_token_char(char c)
{
    return ascii_is_alnum(c) || (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

/* `Name: value`, with a name HTTP would accept. */
static bool is_header(struct slice line, struct slice *name, struct slice *value)
{
    size_t colon = slice_find_byte(line, ':');
    if (colon == SLICE_NONE || colon == 0)
        return false;
    for (size_t i = 0; i < colon; i++)
        if (!is_token_char(line.ptr[i]))
            return false;
    *name = slice_sub(line, 0, colon);
    *value = slice_trim(slice_from(line, colon + 1));
    return true;
}

/* The number a run of digits says; false where there are none or it is past any limit. */
static bool parse_length(struct slice digits, size_t *length, bool *huge)
{
    size_t value = 0;
    *huge = false;
    if (digits.len == 0)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        if (!ascii_is_digit(digits.ptr[i]))
            return false;
        if (value > (SIZE_MAX - 9) / 10)
            *huge = true;
        else
            value = value * 10 + (size_t)(digits.ptr[i] - '0');
    }
    *length = value;
    return true;
}

/* Takes a Content-Length's value; gives the event it is. */
static enum framing_event take_length(struct framing *framing, struct slice value)
{
    size_t length = 0;
    bool huge = false;
    if (!parse_length(value, &length, &huge)) {
        framing->has_length = false;
        return complain(framing, FRAMING_BAD_LENGTH) ? FRAMING_PROBLEM : FRAMING_NEED_MORE;
    }
    if (huge || length > framing->max_body) {
        start_header(framing); /* the body is looked through for the next header, not counted */
        return complain(framing, FRAMING_TOO_LONG) ? FRAMING_PROBLEM : FRAMING_NEED_MORE;
    }
    framing->has_length = framing->has_header = true;
    framing->length = length;
    return FRAMING_NEED_MORE;
}

/* A line that is no header may still end in one, after bytes that belong to nothing. */
static enum framing_event take_garbage(struct framing *framing, struct slice line)
{
    static const char name[] = "Content-Length:";
    struct slice rest = line;
    framing->header_used = 0;
    size_t at, last = SLICE_NONE;
    while ((at = slice_find_nocase(rest, slice_of(name))) != SLICE_NONE) {
        rest = slice_from(rest, at + sizeof name - 1);
        last = (size_t)(rest.ptr - line.ptr);
    }
    bool told = complain(framing, FRAMING_GARBAGE);
    size_t length;
    bool huge;
    if (last != SLICE_NONE) {
        struct slice value = slice_trim(slice_from(line, last));
        if (parse_length(value, &length, &huge))
            (void)take_length(framing, value);
    }
    return told ? FRAMING_PROBLEM : FRAMING_NEED_MORE;
}

static enum framing_event take_line(struct framing *framing)
{
    struct slice line = {framing->line, framing->line_len};
    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    bool cut = framing->line_cut;
    framing->line_len = 0;
    framing->line_cut = false;

    if (line.len == 0 && !cut) {
        bool had_header = framing->has_header;
        size_t length = framing->length;
        bool has_length = framing->has_length;
        start_header(framing);
        if (has_length) {
            framing->in_body = true;
            framing->missing = length;
            strbuf_clear(&framing->body);
            return FRAMING_NEED_MORE;
        }
        return had_header && complain(framing, FRAMING_NO_LENGTH) ? FRAMING_PROBLEM
                                                                  : FRAMING_NEED_MORE;
    }
    struct slice name, value;
    if (cut || !is_header(line, &name, &value))
        return take_garbage(framing, line);
    if (slice_is_nocase(name, "Content-Length"))
        return take_length(framing, value);
    if (slice_ends_nocase(name, SLICE("Content-Length")))
        return take_garbage(framing, line);
    framing->has_header = true;
    return FRAMING_NEED_MORE;
}

/* Adds bytes of one line, keeping only the end of a line that is too long. */
static void keep_line(struct framing *framing, struct slice part)
{
    if (part.len > FRAMING_MAX_LINE - framing->line_len) {
        char tail[2 * KEPT_TAIL];
        struct slice old = {framing->line, framing->line_len};
        if (old.len > KEPT_TAIL)
            old = slice_from(old, old.len - KEPT_TAIL);
        if (part.len > KEPT_TAIL)
            part = slice_from(part, part.len - KEPT_TAIL);
        memcpy(tail, old.ptr, old.len);
        memcpy(tail + old.len, part.ptr, part.len);
        framing->line_len = old.len + part.len;
        memcpy(framing->line, tail, framing->line_len);
        framing->line_cut = true;
        return;
    }
    if (part.len > 0)
        memcpy(framing->line + framing->line_len, part.ptr, part.len);
    framing->line_len += part.len;
}

static enum framing_event read_header(struct framing *framing, struct slice *input)
{
    size_t end = slice_find_byte(*input, '\n');
    bool whole = end != SLICE_NONE;
    size_t used = whole ? end + 1 : input->len;
    keep_line(framing, slice_sub(*input, 0, whole ? end : used));
    *input = slice_from(*input, used);
    framing->header_used += used;
    if (!whole)
        return FRAMING_NEED_MORE;
    enum framing_event event = take_line(framing);
    if (event == FRAMING_NEED_MORE && framing->has_header &&
        framing->header_used > FRAMING_MAX_HEADER) {
        start_header(framing);
        if (complain(framing, FRAMING_HEADER_TOO_LONG))
            return FRAMING_PROBLEM;
    }
    return event;
}

enum framing_event framing_next(struct framing *framing, struct slice *input)
{
    for (;;) {
        if (framing->in_body) {
            size_t part = framing->missing < input->len ? framing->missing : input->len;
            strbuf_append(&framing->body, slice_sub(*input, 0, part));
            *input = slice_from(*input, part);
            framing->missing -= part;
            if (framing->missing > 0)
                return FRAMING_NEED_MORE;
            start_header(framing);
            framing->complained = false;
            return FRAMING_MESSAGE;
        }
        if (input->len == 0)
            return FRAMING_NEED_MORE;
        enum framing_event event = read_header(framing, input);
        if (event != FRAMING_NEED_MORE)
            return event;
    }
}

bool framing_is_partial(const struct framing *framing)
{
    return framing->in_body || framing->has_header || framing->line_len > 0;
}

const char *framing_problem_text(enum framing_problem problem)
{
    switch (problem) {
    case FRAMING_GARBAGE:
        return "bytes between messages that are no header";
    case FRAMING_NO_LENGTH:
        return "a header without Content-Length";
    case FRAMING_BAD_LENGTH:
        return "a Content-Length that is no number";
    case FRAMING_TOO_LONG:
        return "a message longer than 64 MiB";
    case FRAMING_HEADER_TOO_LONG:
        return "a header longer than 8 KiB";
    case FRAMING_CUT_OFF:
        return "a message that was cut off";
    }
    return "an unreadable message";
}
