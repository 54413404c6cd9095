/* jsonc.c: JSON with comments and trailing commas, read with the place of everything in it. */
#include "host/jsonc.h"

#include "base/strbuf.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    struct slice text;
    size_t at;
    struct arena *arena;
    struct jsonc_error *error;
    unsigned depth;
};

const char *jsonc_kind_name(enum jsonc_kind kind)
{
    static const char *const names[] = {
        [JSONC_NULL] = "null",        [JSONC_FALSE] = "false",     [JSONC_TRUE] = "true",
        [JSONC_NUMBER] = "a number",  [JSONC_STRING] = "a string", [JSONC_ARRAY] = "a list",
        [JSONC_OBJECT] = "an object",
    };
    return names[kind];
}

/* The first fault stays; always false. A fault covers at least one whole character. */
static bool fault(struct reader *r, size_t from, size_t to, const char *message)
{
    uint32_t codepoint;
    if (to <= from)
        to = from < r->text.len ? from + utf8_decode(slice_from(r->text, from), &codepoint) : from;
    if (!r->error->message)
        *r->error = (struct jsonc_error){{(uint32_t)from, (uint32_t)to}, message};
    return false;
}

static char peek(const struct reader *r)
{
    return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

static bool ends(const struct reader *r)
{
    return r->at >= r->text.len;
}

/* White space and comments. */
static bool skip(struct reader *r)
{
    for (;;) {
        while (!ends(r) && ascii_is_space(peek(r)))
            r->at++;
        struct slice rest = slice_from(r->text, r->at);
        if (slice_starts(rest, SLICE("//"))) {
            size_t length = slice_find_byte(rest, '\n');
            r->at = length == SLICE_NONE ? r->text.len : r->at + length;
        } else if (slice_starts(rest, SLICE("/*"))) {
            size_t length = slice_find(slice_from(rest, 2), SLICE("*/"));
            if (length == SLICE_NONE)
                return fault(r, r->at, r->at + 2, "this comment is never closed");
            r->at += length + 4;
        } else {
            return true;
        }
    }
}

/* ---- strings and numbers --------------------------------------------------------------------- */

static int hex4(struct slice text, size_t at)
{
    unsigned value = 0;
    if (at + 4 > text.len)
        return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = ascii_lower(text.ptr[i]);
        if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
            return -1;
        value = value * 16 + (unsigned)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return (int)value;
}

/* At the "u" of an escape; a pair of surrogates is one character, half of one none. */
static bool read_unicode(struct reader *r, struct strbuf *out)
{
    int unit = hex4(r->text, r->at + 1);
    if (unit < 0)
        return fault(r, r->at - 1, r->at + 1, "expected four hexadecimal digits behind \\u");
    r->at += 5;
    uint32_t codepoint = (uint32_t)unit;
    if (unit >= 0xD800 && unit <= 0xDBFF &&
        slice_starts(slice_from(r->text, r->at), SLICE("\\u"))) {
        int low = hex4(r->text, r->at + 2);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            codepoint = 0x10000u + (((uint32_t)unit - 0xD800u) << 10) + ((uint32_t)low - 0xDC00u);
            r->at += 6;
        }
    }
    char bytes[4];
    unsigned length = utf8_encode(codepoint ? codepoint : UTF8_REPLACEMENT, bytes);
    strbuf_append(out, (struct slice){bytes, length});
    return true;
}

static bool read_escape(struct reader *r, struct strbuf *out)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    r->at++;
    if (peek(r) == 'u')
        return read_unicode(r, out);
    const char *place = ends(r) || peek(r) == '\0' ? NULL : strchr(from, peek(r));
    if (!place)
        return fault(r, r->at - 1, r->at + 1 > r->text.len ? r->text.len : r->at + 1,
                     "no such escape; a backslash itself is written \\\\");
    strbuf_putc(out, to[place - from]);
    r->at++;
    return true;
}

static bool read_string(struct reader *r, struct slice *string)
{
    size_t start = r->at++;
    struct strbuf out;
    strbuf_init(&out, TEXT_MAX_BYTES);
    bool good = true;
    while (good && peek(r) != '"') {
        if (ends(r) || peek(r) == '\n') {
            good = fault(r, start, start + 1, "this string is never closed");
        } else if (peek(r) == '\\') {
            good = read_escape(r, &out);
        } else {
            strbuf_putc(&out, peek(r));
            r->at++;
        }
    }
    r->at++;
    *string = arena_copy(r->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return good;
}

static void pass_digits(struct reader *r)
{
    while (ascii_is_digit(peek(r)))
        r->at++;
}

static bool read_number(struct reader *r, struct jsonc_value *value)
{
    size_t start = r->at;
    if (peek(r) == '-')
        r->at++;
    size_t digits = r->at;
    pass_digits(r);
    bool good = r->at > digits && (r->text.ptr[digits] != '0' || r->at == digits + 1);
    if (good && peek(r) == '.') {
        size_t point = r->at++;
        pass_digits(r);
        good = r->at > point + 1;
    }
    if (good && ascii_lower(peek(r)) == 'e') {
        r->at++;
        if (peek(r) == '+' || peek(r) == '-')
            r->at++;
        size_t exponent = r->at;
        pass_digits(r);
        good = r->at > exponent;
    }
    if (!good)
        return fault(r, start, r->at, "this is no number as JSON writes them");
    value->kind = JSONC_NUMBER;
    value->number = strtod(arena_cstring(r->arena, slice_sub(r->text, start, r->at)), NULL);
    return true;
}

static bool read_word(struct reader *r, struct jsonc_value *value)
{
    static const struct {
        const char *word;
        enum jsonc_kind kind;
    } words[] = {{"null", JSONC_NULL}, {"false", JSONC_FALSE}, {"true", JSONC_TRUE}};
    size_t start = r->at;
    while (ascii_is_alnum(peek(r)) || peek(r) == '_')
        r->at++;
    struct slice word = slice_sub(r->text, start, r->at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (slice_is(word, words[i].word)) {
            value->kind = words[i].kind;
            return true;
        }
    }
    return fault(r, start, r->at,
                 word.len ? "expected a value; text needs double quotes" : "expected a value");
}

/* ---- lists and objects ----------------------------------------------------------------------- */

static bool read_value(struct reader *r, struct jsonc_value *value);

/* Behind an element: a comma and perhaps the end, or the end. *done says which. */
static bool read_comma(struct reader *r, char close, const char *message, bool *done)
{
    if (!skip(r))
        return false;
    if (peek(r) == ',') {
        r->at++;
        if (!skip(r))
            return false;
    } else if (peek(r) != close) {
        return fault(r, r->at, r->at, message);
    }
    *done = peek(r) == close;
    return true;
}

static bool read_array(struct reader *r, struct jsonc_value *value)
{
    VEC(struct jsonc_value) items = {0};
    r->at++;
    if (!skip(r))
        return false;
    bool done = peek(r) == ']';
    while (!done) {
        struct jsonc_value *item = VEC_PUSH(r->arena, &items);
        if (!read_value(r, item) || !read_comma(r, ']', "expected a comma or ]", &done))
            return false;
    }
    r->at++;
    value->kind = JSONC_ARRAY;
    value->items = items.items;
    value->count = items.len;
    return true;
}

static bool read_member(struct reader *r, struct jsonc_member *member)
{
    size_t start = r->at;
    if (peek(r) != '"')
        return fault(r, start, start, "expected a name in double quotes");
    if (!read_string(r, &member->name))
        return false;
    member->name_span = (struct span){(uint32_t)start, (uint32_t)r->at};
    if (!skip(r))
        return false;
    if (peek(r) != ':')
        return fault(r, r->at, r->at, "expected a colon behind the name");
    r->at++;
    return skip(r) && read_value(r, &member->value);
}

static bool read_object(struct reader *r, struct jsonc_value *value)
{
    VEC(struct jsonc_member) members = {0};
    r->at++;
    if (!skip(r))
        return false;
    bool done = peek(r) == '}';
    while (!done) {
        struct jsonc_member *member = VEC_PUSH(r->arena, &members);
        if (!read_member(r, member) || !read_comma(r, '}', "expected a comma or }", &done))
            return false;
    }
    r->at++;
    value->kind = JSONC_OBJECT;
    value->members = members.items;
    value->count = members.len;
    return true;
}

static bool read_any(struct reader *r, struct jsonc_value *value)
{
    char c = peek(r);
    if (c == '{')
        return read_object(r, value);
    if (c == '[')
        return read_array(r, value);
    if (c == '"') {
        value->kind = JSONC_STRING;
        return read_string(r, &value->string);
    }
    return c == '-' || ascii_is_digit(c) ? read_number(r, value) : read_word(r, value);
}

/* At the value's first byte. As deep as the text, which is why depth is capped. */
static bool read_value(struct reader *r, struct jsonc_value *value)
{
    size_t start = r->at;
    if (r->depth == JSONC_MAX_DEPTH)
        return fault(r, start, start, "nested too deep");
    r->depth++;
    bool good = read_any(r, value);
    r->depth--;
    value->span = (struct span){(uint32_t)start, (uint32_t)r->at};
    return good;
}

bool jsonc_parse(struct slice text, struct arena *arena, struct jsonc_value *value,
                 struct jsonc_error *error)
{
    *value = (struct jsonc_value){0};
    *error = (struct jsonc_error){0};
    struct reader r = {text, 0, arena, error, 0};
    if (slice_starts(text, SLICE("\xEF\xBB\xBF")))
        r.at = 3;
    if (!skip(&r) || !read_value(&r, value) || !skip(&r))
        return false;
    return ends(&r) || fault(&r, r.at, r.at, "nothing may follow the value");
}
