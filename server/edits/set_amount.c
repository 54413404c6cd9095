/* set_amount.c: an amount of money with another number, in the form it is written in. */
#include "edits/set_amount.h"

#include "base/strbuf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The number in an amount and the letter behind it. */
struct number {
    size_t start, end, suffix_end;
    double factor;
    char group; /* ',' or '.' between thousands, '\0' where none */
};

static bool has_digit(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]))
            return true;
    return false;
}

/* Which mark stands before three digits, and only before three digits. */
static char group_of(struct slice digits)
{
    for (size_t i = 0; i + 3 < digits.len; i++) {
        bool mark = digits.ptr[i] == ',' || digits.ptr[i] == '.';
        if (mark && (i + 4 == digits.len || !ascii_is_digit(digits.ptr[i + 4])))
            return digits.ptr[i];
    }
    return '\0';
}

static bool find_number(struct slice s, struct number *number)
{
    size_t i = 0;
    while (i < s.len && !ascii_is_digit(s.ptr[i]))
        i++;
    number->start = i;
    while (i < s.len && (ascii_is_digit(s.ptr[i]) || s.ptr[i] == ',' || s.ptr[i] == '.'))
        i++;
    while (i > number->start && !ascii_is_digit(s.ptr[i - 1]))
        i--;
    number->end = number->suffix_end = i;
    number->factor = 1;
    char letter = i < s.len ? ascii_lower(s.ptr[i]) : '\0';
    bool alone = i + 1 >= s.len || !ascii_is_alpha(s.ptr[i + 1]);
    if (alone && (letter == 'k' || letter == 'm' || letter == 'b')) {
        number->factor = letter == 'k' ? 1e3 : letter == 'm' ? 1e6 : 1e9;
        number->suffix_end = i + 1;
    } else if (letter != '\0' && ascii_is_alpha(letter) && !ascii_is_upper(s.ptr[i])) {
        return false; /* "30mn", "30tys" */
    }
    struct slice rest = slice_trim_start(slice_from(s, number->suffix_end));
    if (slice_starts_nocase(rest, SLICE("million")) ||
        slice_starts_nocase(rest, SLICE("thousand")) || slice_starts_nocase(rest, SLICE("billion")))
        return false;
    number->group = group_of(slice_sub(s, number->start, number->end));
    return number->end > number->start && !has_digit(slice_from(s, number->suffix_end));
}

static void put_grouped(struct strbuf *out, double value, char group)
{
    char digits[400];
    int len = snprintf(digits, sizeof digits, "%.2f", value);
    while (len > 0 && digits[len - 1] == '0')
        len--;
    if (len > 0 && digits[len - 1] == '.')
        len--;
    const char *point = memchr(digits, '.', (size_t)len);
    int whole = point ? (int)(point - digits) : len;
    for (int i = 0; i < len; i++) {
        if (group && i > 0 && i < whole && (whole - i) % 3 == 0)
            strbuf_putc(out, group);
        strbuf_putc(out, digits[i] == '.' && group == '.' ? ',' : digits[i]);
    }
}

bool set_amount(struct slice written, double amount, struct arena *arena, struct slice *out)
{
    struct number number;
    struct strbuf text;

    if (amount < 0 || !find_number(written, &number))
        return false;
    double scaled = amount / number.factor;
    bool fits = fabs(scaled * 100 - round(scaled * 100)) < 1e-6;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_append(&text, slice_sub(written, 0, number.start));
    if (fits) {
        put_grouped(&text, scaled, number.group);
        strbuf_append(&text, slice_from(written, number.end));
    } else {
        put_grouped(&text, amount, ',');
        strbuf_append(&text, slice_from(written, number.suffix_end));
    }
    *out = arena_copy(arena, strbuf_slice(&text));
    strbuf_release(&text);
    return true;
}
