/* json.c: cJSON with guards: parsing and looking. */
#include "host/json.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- parsing --------------------------------------------------------------------------------- */

/* The value of the four hex digits behind "\u" at `at`, or -1. */
static int hex4(struct slice text, size_t at)
{
    int value = 0;
    if (at + 4 > text.len)
        return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = ascii_lower(text.ptr[i]);
        if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
            return -1;
        value = value * 16 + (ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

/* Two bytes that are no UTF-8 and stand for NUL in cJSON's strings, which end at one. */
static const struct slice nul = SLICE_INIT("\xC0\x80");

/* The escape at text[at] == '\\', as cJSON can take it, appended to the copy; gives its length in the
 * text. */
static size_t guard_escape(char *copy, size_t *used, struct slice text, size_t at)
{
    struct slice as_is = slice_sub(text, at, at + 2);
    int unit = at + 1 < text.len && text.ptr[at + 1] == 'u' ? hex4(text, at + 2) : -1;
    size_t len = unit >= 0 ? 6 : as_is.len;
    bool lonely = unit >= 0xD800 && unit <= 0xDFFF;
    as_is.len = len;
    if (unit >= 0xD800 && unit <= 0xDBFF && at + 8 <= text.len && text.ptr[at + 6] == '\\' &&
        text.ptr[at + 7] == 'u') {
        int next = hex4(text, at + 8);
        lonely = next < 0xDC00 || next > 0xDFFF;
        as_is.len = len = lonely ? 6 : 12;
    }
    struct slice taken = unit == 0 ? nul : lonely ? SLICE("\\uFFFD") : as_is;
    memcpy(copy + *used, taken.ptr, taken.len);
    *used += taken.len;
    return len;
}

/* A copy that cJSON reads as it should, never longer than the text; NULL where it must not read it at
 * all. */
static char *guard(struct slice text, size_t *used)
{
    char *copy = memory_alloc(text.len + 1);
    bool in_string = false, good = true;
    size_t depth = 0;
    *used = 0;
    for (size_t i = 0; i < text.len && good;) {
        char c = text.ptr[i];
        if (in_string && c == '\\') {
            i += guard_escape(copy, used, text, i);
            continue;
        }
        if (c == '"')
            in_string = !in_string;
        if (!in_string && (c == '[' || c == '{'))
            good = ++depth <= JSON_MAX_DEPTH;
        if (!in_string && (c == ']' || c == '}') && depth)
            depth--;
        good = good && c != '\0';
        copy[(*used)++] = c;
        i++;
    }
    copy[*used] = '\0';
    if (good)
        return copy;
    free(copy);
    return NULL;
}

cJSON *json_parse(struct slice text)
{
    size_t len;
    if (text.len == 0)
        return NULL;
    char *copy = guard(text, &len);
    if (!copy)
        return NULL;
    const char *end = NULL;
    cJSON *value = cJSON_ParseWithLengthOpts(copy, len + 1, &end, false);
    if (value && slice_trim(slice_from((struct slice){copy, len}, (size_t)(end - copy))).len) {
        cJSON_Delete(value);
        value = NULL;
    }
    free(copy);
    return value;
}

/* ---- looking --------------------------------------------------------------------------------- */

const cJSON *json_get(const cJSON *object, const char *name)
{
    return cJSON_IsObject(object) ? cJSON_GetObjectItemCaseSensitive(object, name) : NULL;
}

const cJSON *json_at(const cJSON *object, const char *path)
{
    struct slice_split split = {slice_of(path), false};
    struct slice name;
    while (object && slice_split_next(&split, '.', &name)) {
        const cJSON *child = cJSON_IsObject(object) ? object->child : NULL;
        while (child && !slice_equal(slice_of(child->string), name))
            child = child->next;
        object = child;
    }
    return object;
}

bool json_string(const cJSON *value, struct slice *out)
{
    if (!cJSON_IsString(value))
        return false;
    *out = slice_of(value->valuestring);
    return true;
}

bool json_text(const cJSON *value, struct arena *arena, struct slice *out)
{
    if (!json_string(value, out))
        return false;
    if (!slice_contains(*out, nul))
        return true;
    char *bytes = arena_alloc(arena, out->len);
    size_t used = 0;
    for (size_t i = 0; i < out->len; i++) {
        bool is_nul = slice_starts(slice_from(*out, i), nul);
        bytes[used++] = is_nul ? '\0' : out->ptr[i];
        i += is_nul;
    }
    *out = (struct slice){bytes, used};
    return true;
}

bool json_bool(const cJSON *value, bool *out)
{
    if (!cJSON_IsBool(value))
        return false;
    *out = cJSON_IsTrue(value);
    return true;
}

bool json_int(const cJSON *value, int64_t *out)
{
    /* From 2^53 on a double does not tell neighbours apart. */
    if (!cJSON_IsNumber(value) || !(fabs(value->valuedouble) < 9007199254740992.0))
        return false;
    *out = (int64_t)value->valuedouble;
    return (double)*out == value->valuedouble;
}

bool json_u32(const cJSON *value, uint32_t *out)
{
    int64_t whole;
    if (!json_int(value, &whole) || whole < 0 || whole > UINT32_MAX)
        return false;
    *out = (uint32_t)whole;
    return true;
}

bool json_get_string(const cJSON *object, const char *path, struct slice *out)
{
    return json_string(json_at(object, path), out);
}

bool json_get_bool(const cJSON *object, const char *path, bool *out)
{
    return json_bool(json_at(object, path), out);
}

bool json_get_u32(const cJSON *object, const char *path, uint32_t *out)
{
    return json_u32(json_at(object, path), out);
}
