/* not_utf8.c: files in another encoding than UTF-8. */
#include "rules/rule.h"
#include "text/utf8.h"

/* A byte in eight being NUL on one side of each pair is no accident. */
#define LOOKED_AT 4096
#define NUL_SHARE 8

/* "UTF-16 (little endian)", …, or NULL. */
static const char *utf16_name(struct slice text)
{
    static const char *const names[] = {"UTF-16 (big endian)", "UTF-16 (little endian)"};
    if (slice_starts(text, SLICE("\xFE\xFF")))
        return names[0];
    if (slice_starts(text, SLICE("\xFF\xFE")))
        return names[1];
    size_t nuls[2] = {0}, length = text.len < LOOKED_AT ? text.len : LOOKED_AT;
    for (size_t i = 0; i < length; i++)
        nuls[i & 1] += text.ptr[i] == '\0';
    for (size_t side = 0; side < 2; side++)
        if (nuls[side] > length / NUL_SHARE && nuls[1 - side] == 0)
            return names[side];
    return NULL;
}

static size_t count_broken(struct slice text)
{
    size_t count = 0;
    for (size_t at = utf8_valid_prefix(text); at < text.len; count++)
        at += 1 + utf8_valid_prefix(slice_from(text, at + 1));
    return count;
}

static void check_not_utf8(struct check *check)
{
    const char *utf16 = utf16_name(check->text);
    size_t first = utf8_valid_prefix(check->text);
    if (utf16) {
        struct span mark = {0, check->text.len < 2 ? (uint32_t)check->text.len : 2};
        report(check, mark, "This file is %s: nothing in it can be read until it is saved as UTF-8",
               utf16);
        return;
    }
    if (first == check->text.len || check->model->kinds == 0)
        return;
    size_t count = count_broken(check->text);
    struct span where = {(uint32_t)first, (uint32_t)first + 1};
    unsigned byte = (unsigned char)check->text.ptr[first];
    if (count == 1)
        report(
            check, where,
            "The byte %02X is no UTF-8: the file was saved in another encoding, and nothing in it "
            "is mended until it is saved as UTF-8",
            byte);
    else
        report(
            check, where,
            "The byte %02X is no UTF-8, nor are %zu more: the file was saved in another encoding, "
            "and nothing in it is mended until it is saved as UTF-8",
            byte, count - 1);
}

RULE(not_utf8) = {
    .name = "not-utf8",
    .summary = "a file is in UTF-16 or holds bytes that are no UTF-8",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .templates = true,
    .plain = true,
    .check = check_not_utf8,
};
