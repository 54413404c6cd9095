/* json_print.c: cJSON with guards: building and printing. */
#include "base/arena.h"
#include "host/json.h"
#include "text/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As json.c reads it. */
static const struct slice nul = SLICE_INIT("\xC0\x80");

static void put_codepoint(struct strbuf *out, uint32_t codepoint)
{
    char bytes[4];
    strbuf_append(out, (struct slice){bytes, utf8_encode(codepoint, bytes)});
}

/* ---- building -------------------------------------------------------------------------------- */

/* cJSON says out of memory by NULL. */
static cJSON *never_null(cJSON *value)
{
    if (!value)
        memory_exhausted();
    return value;
}

cJSON *json_new_string(struct slice s)
{
    size_t valid = utf8_valid_prefix(s);
    if (valid == s.len && !(s.len && memchr(s.ptr, '\0', s.len))) {
        char *copy = memory_alloc(s.len + 1);
        if (s.len)
            memcpy(copy, s.ptr, s.len);
        copy[s.len] = '\0';
        cJSON *value = never_null(cJSON_CreateString(copy));
        free(copy);
        return value;
    }
    struct strbuf clean;
    strbuf_init(&clean, STRBUF_NO_LIMIT);
    while (s.len) {
        uint32_t codepoint;
        s = slice_from(s, utf8_decode(s, &codepoint));
        if (codepoint)
            put_codepoint(&clean, codepoint);
        else
            strbuf_append(&clean, nul);
    }
    cJSON *value = never_null(cJSON_CreateString(clean.ptr));
    strbuf_release(&clean);
    return value;
}

cJSON *json_set(cJSON *object, const char *name, cJSON *value)
{
    if (!cJSON_AddItemToObjectCS(object, name, never_null(value)))
        memory_exhausted();
    return value;
}

cJSON *json_set_copied(cJSON *object, const char *name, cJSON *value)
{
    if (!cJSON_AddItemToObject(object, name, never_null(value)))
        memory_exhausted();
    return value;
}

cJSON *json_new_raw(const struct strbuf *text)
{
    return never_null(cJSON_CreateRaw(text->ptr));
}

cJSON *json_push(cJSON *array, cJSON *value)
{
    if (!cJSON_AddItemToArray(array, never_null(value)))
        memory_exhausted();
    return value;
}

/* ---- printing -------------------------------------------------------------------------------- */

static void print_escaped(uint32_t codepoint, bool ascii, struct strbuf *out)
{
    static const char letters[] = "btn fr"; /* 8 to 13; 11 has no letter */
    if (codepoint == '"' || codepoint == '\\') {
        strbuf_putc(out, '\\');
        strbuf_putc(out, (char)codepoint);
    } else if (codepoint >= 8 && codepoint <= 13 && codepoint != 11) {
        strbuf_putc(out, '\\');
        strbuf_putc(out, letters[codepoint - 8]);
    } else if (codepoint < 0x20 || codepoint == 0x7F) {
        strbuf_printf(out, "\\u%04x", (unsigned)codepoint);
    } else if (codepoint < 0x80 || !ascii) {
        put_codepoint(out, codepoint);
    } else if (codepoint < 0x10000) {
        strbuf_printf(out, "\\u%04x", (unsigned)codepoint);
    } else {
        unsigned rest = (unsigned)codepoint - 0x10000;
        strbuf_printf(out, "\\u%04x\\u%04x", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
    }
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

/* `held`: by cJSON, where NUL is two other bytes. */
static void print_string(struct slice s, bool ascii, bool held, struct strbuf *out)
{
    strbuf_putc(out, '"');
    while (s.len) {
        size_t plain = 0;
        while (plain < s.len && is_plain(s.ptr[plain]))
            plain++;
        strbuf_append(out, slice_sub(s, 0, plain));
        s = slice_from(s, plain);
        if (s.len == 0)
            break;
        uint32_t codepoint = 0;
        bool is_nul = held && slice_starts(s, nul);
        s = slice_from(s, is_nul ? nul.len : utf8_decode(s, &codepoint));
        print_escaped(codepoint, ascii, out);
    }
    strbuf_putc(out, '"');
}

void json_print_string(struct slice s, bool ascii, struct strbuf *out)
{
    print_string(s, ascii, false, out);
}

void json_print_integer(int64_t number, struct strbuf *out)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0)
        digits[--at] = '-';
    strbuf_append(out, (struct slice){digits + at, sizeof digits - at});
}

/* Whole numbers without a point, others with as few digits as read back the same. */
static void print_number(double number, struct strbuf *out)
{
    if (!isfinite(number)) {
        strbuf_puts(out, "null");
        return;
    }
    if (fabs(number) < 9007199254740992.0 && (double)(long long)number == number) {
        json_print_integer((int64_t)number, out);
        return;
    }
    char text[32];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            break;
    }
    strbuf_puts(out, text);
}

static void print(const cJSON *value, bool ascii, struct strbuf *out);

static void print_members(const cJSON *value, bool ascii, struct strbuf *out)
{
    bool object = cJSON_IsObject(value);
    strbuf_putc(out, object ? '{' : '[');
    for (const cJSON *child = value->child; child; child = child->next) {
        if (child != value->child)
            strbuf_putc(out, ',');
        if (object) {
            print_string(slice_of(child->string), ascii, true, out);
            strbuf_putc(out, ':');
        }
        print(child, ascii, out);
    }
    strbuf_putc(out, object ? '}' : ']');
}

/* As deep as the value: what came in is capped by json_parse, what we build is shallow. */
static void print(const cJSON *value, bool ascii, struct strbuf *out)
{
    if (cJSON_IsObject(value) || cJSON_IsArray(value))
        print_members(value, ascii, out);
    else if (cJSON_IsString(value))
        print_string(slice_of(value->valuestring), ascii, true, out);
    else if (cJSON_IsNumber(value))
        print_number(value->valuedouble, out);
    else if (cJSON_IsRaw(value))
        strbuf_puts(out, value->valuestring);
    else if (cJSON_IsBool(value))
        strbuf_puts(out, cJSON_IsTrue(value) ? "true" : "false");
    else
        strbuf_puts(out, "null");
}

void json_print(const cJSON *value, struct strbuf *out)
{
    print(value, true, out);
}

void json_print_utf8(const cJSON *value, struct strbuf *out)
{
    print(value, false, out);
}
