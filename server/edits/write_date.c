/* write_date.c: a written date made to say another day, in its own form. */
#include "edits/write_date.h"

#include "model/words.h"

#include <string.h>

/* ---- names of months ------------------------------------------------------------------------- */

/* Full names before short ones: "May" is taken for the full name. */
static const struct {
    bool capital; /* written with a capital letter always */
    bool german;
    const char *names[12];
} languages[] = {
    {true,
     false,
     {"January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December"}},
    {true,
     false,
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
    {true,
     false,
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"}},
    {true,
     true,
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember"}},
    {true,
     true,
     {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"}},
    {false,
     false,
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre"}},
    {false,
     false,
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre"}},
    {false,
     false,
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
      "ottobre", "novembre", "dicembre"}},
    {false,
     false,
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro"}},
    {false,
     false,
     {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december"}},
};
#define LANGUAGES (sizeof languages / sizeof *languages)

/* Names of the languages above that begin with a letter beyond ASCII do not exist, so the case of
 * the first byte decides. */
static struct slice in_case_of(struct slice like, const char *name, struct arena *arena)
{
    char *copy = arena_cstring(arena, slice_of(name));
    bool upper = like.len > 1 && ascii_is_upper(like.ptr[0]) && ascii_is_upper(like.ptr[1]);
    for (size_t i = 0; copy[i]; i++) {
        bool capital = ascii_is_upper(like.ptr[0]) && (i == 0 || upper);
        if (ascii_is_alpha(copy[i]))
            copy[i] = (char)(capital ? ascii_lower(copy[i]) - ('a' - 'A') : ascii_lower(copy[i]));
        else if (upper)
            return (struct slice){NULL, 0}; /* "MÄRZ" from "märz" needs more than ASCII */
    }
    return slice_of(copy);
}

/* The name that a language gives the month, where `like` is its name of another; or NULL. */
static const char *name_in(size_t language, struct slice like, int known, int month)
{
    bool lower = !ascii_is_upper(like.ptr[0]);
    if ((lower && languages[language].capital) ||
        !slice_is_nocase(like, languages[language].names[known - 1]))
        return NULL;
    return languages[language].names[month - 1];
}

struct slice month_name_like(struct slice like, int month, bool german, struct arena *arena)
{
    const char *name = NULL;
    int known = like.len ? month_of(like) : 0;
    if (known < 1 || month < 1 || month > 12)
        return (struct slice){NULL, 0};
    for (size_t i = 0; i < LANGUAGES && !name; i++)
        if (languages[i].capital && languages[i].german == german)
            name = name_in(i, like, known, month);
    for (size_t i = 0; i < LANGUAGES && !name; i++)
        if (languages[i].capital)
            name = name_in(i, like, known, month);
    if (name)
        return in_case_of(like, name, arena);
    for (size_t i = 0; i < LANGUAGES; i++) {
        const char *other = name_in(i, like, known, month);
        if (name && other && strcmp(name, other) != 0)
            return (struct slice){NULL, 0}; /* "agosto" is a word of three languages */
        name = other ? other : name;
    }
    return name ? in_case_of(like, name, arena) : (struct slice){NULL, 0};
}

/* ---- taking apart ---------------------------------------------------------------------------- */

#define MOST_NUMBERS 3

struct numbers { /* runs of digits of which it is not said what they are */
    struct span at[MOST_NUMBERS];
    size_t count;
};

static bool is_letter(char c)
{
    return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

static bool follows(struct slice s, size_t at, const char *chinese, const char *korean)
{
    struct slice rest = slice_from(s, at);
    return slice_starts(rest, slice_of(chinese)) || slice_starts(rest, slice_of(korean));
}

static bool take_number(struct slice s, struct span run, struct date_parts *parts,
                        struct numbers *numbers)
{
    uint32_t digits = run.end - run.start;
    struct slice before = slice_sub(s, 0, run.start);
    bool quoted = slice_ends(before, SLICE("'")) || slice_ends(before, SLICE("’"));
    if (follows(s, run.end, "年", "년") || digits == 4 || (quoted && digits == 2))
        parts->year = run;
    else if (follows(s, run.end, "月", "월"))
        parts->month = run;
    else if (follows(s, run.end, "日", "일") || follows(s, run.end, "号", "일"))
        parts->day = run;
    else if (slice_ends_nocase(before, SLICE("q")))
        parts->month = run;
    else if (numbers->count < MOST_NUMBERS)
        numbers->at[numbers->count++] = run;
    else
        return false;
    return true;
}

static bool take_word(struct slice s, struct span run, struct date_parts *parts)
{
    struct slice word = span_slice(s, run);
    if (slice_is_nocase(word, "q")) {
        parts->grain = TIME_QUARTER;
    } else if (slice_is_nocase(word, "kw") || slice_is_nocase(word, "cw") ||
               slice_is_nocase(word, "w")) {
        parts->grain = TIME_WEEK;
    } else if (month_of(word)) {
        parts->month = run;
        parts->named = true;
    }
    return true;
}

static bool take_runs(struct slice s, struct date_parts *parts, struct numbers *numbers)
{
    for (uint32_t i = 0; i < s.len;) {
        struct span run = {i, i};
        bool digit = ascii_is_digit(s.ptr[i]);
        if (!digit && !is_letter(s.ptr[i])) {
            i++;
            continue;
        }
        while (run.end < s.len &&
               (digit ? ascii_is_digit(s.ptr[run.end]) : is_letter(s.ptr[run.end])))
            run.end++;
        if (!(digit ? take_number(s, run, parts, numbers) : take_word(s, run, parts)))
            return false;
        i = run.end;
    }
    return true;
}

static int number_at(struct slice s, struct span run)
{
    uint32_t number = 0;
    return slice_to_u32(span_slice(s, run), &number) && number < 10000 ? (int)number : -1;
}

/* Two numbers besides the year: which of them is the month? */
static bool take_two(struct slice s, const struct numbers *numbers, struct date_parts *parts)
{
    struct span first = numbers->at[0], second = numbers->at[1];
    bool year_first = !span_is_empty(parts->year) && parts->year.start < first.start;
    bool day_first = !year_first && (s.ptr[first.end] == '.' || number_at(s, first) > 12);
    if (!year_first && s.ptr[first.end] != '.' && number_at(s, first) <= 12 &&
        number_at(s, second) <= 12)
        return false;
    parts->day = day_first ? first : second;
    parts->month = day_first ? second : first;
    parts->grain = TIME_DATE;
    return true;
}

static bool take_numbers(struct slice s, const struct numbers *numbers, struct date_parts *parts)
{
    if (parts->grain == TIME_QUARTER)
        return numbers->count == 0 && !span_is_empty(parts->month);
    if (parts->grain == TIME_WEEK) {
        parts->day = numbers->at[0];
        return numbers->count == 1;
    }
    if (numbers->count == 2 && span_is_empty(parts->month))
        return take_two(s, numbers, parts);
    if (numbers->count == 1 && !span_is_empty(parts->month) && span_is_empty(parts->day)) {
        parts->day = numbers->at[0];
    } else if (numbers->count == 1 && !span_is_empty(parts->year)) {
        parts->month = numbers->at[0];
    } else if (numbers->count == 1 && span_is_empty(parts->day)) {
        parts->day = numbers->at[0];
        parts->lone_day = true;
    } else if (numbers->count) {
        return false;
    }
    parts->grain = span_is_empty(parts->day) ? TIME_MONTH : TIME_DATE;
    return parts->lone_day || !span_is_empty(parts->month);
}

/* The week of ISO 8601 that a day lies in, and its year. */
static int iso_week(date_days day, int *year)
{
    date_days thursday = day - (date_days)date_weekday(day) + 3;
    struct date date = date_from_days(thursday);
    *year = date.year;
    return (thursday - date_to_days((struct date){date.year, 1, 1})) / 7 + 1;
}

/* What each part says of a day. */
static void values_of(const struct date_parts *parts, date_days day, int *year, int *month,
                      int *of_month)
{
    struct date date = date_from_days(day);
    *year = date.year;
    *month = parts->grain == TIME_QUARTER ? (date.month - 1) / 3 + 1 : date.month;
    *of_month = parts->grain == TIME_WEEK ? iso_week(day, year) : date.day;
}

static bool says(struct slice s, struct span part, int value, bool year)
{
    if (span_is_empty(part))
        return true;
    return number_at(s, part) == (year && part.end - part.start == 2 ? value % 100 : value);
}

bool date_parts_read(struct slice written, date_days known, struct date_parts *parts)
{
    struct numbers numbers = {.count = 0};
    int year, month, day;
    *parts = (struct date_parts){.grain = TIME_NONE};
    if (!take_runs(written, parts, &numbers) || !take_numbers(written, &numbers, parts))
        return false;
    values_of(parts, known, &year, &month, &day);
    bool month_fits = parts->named ? month_of(span_slice(written, parts->month)) == month
                                   : says(written, parts->month, month, false);
    return month_fits && says(written, parts->year, year, true) &&
           says(written, parts->day, day, false);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Numbers of one digit are written "05" where the date has such a zero, or where nothing speaks
 * against it in a form that usually has them. */
static bool pads(struct slice written, const struct date_parts *parts, struct span part)
{
    struct span numbers[2] = {parts->day, parts->named ? SPAN_NONE : parts->month};
    bool two = true;
    if (parts->grain == TIME_QUARTER)
        return false;
    if (written.ptr[part.start] == '0')
        return true;
    if (parts->named || parts->lone_day)
        return false;
    for (size_t i = 0; i < 2; i++) {
        uint32_t digits = numbers[i].end - numbers[i].start;
        if (digits && written.ptr[numbers[i].start] == '0')
            return true;
        two = two && digits != 1;
    }
    return two && strchr("-./", written.ptr[part.end < written.len ? part.end : part.start - 1]);
}

static const char *ordinal_of(int day)
{
    if (day / 10 == 1)
        return "th";
    return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

/* An ordinal's ending behind the day: 0 none, its length, or SLICE_NONE where it is not English. */
static size_t ordinal_length(struct slice written, struct span day)
{
    struct slice behind = slice_from(written, day.end);
    static const char *const english[] = {"st", "nd", "rd", "th"};
    if (span_is_empty(day) || behind.len == 0 || !is_letter(behind.ptr[0]))
        return 0;
    for (size_t i = 0; i < 4; i++)
        if (slice_starts(behind, slice_of(english[i])) &&
            (behind.len == 2 || !is_letter(behind.ptr[2])))
            return 2;
    return slice_starts(behind, SLICE("er")) || slice_starts(behind, SLICE("º")) ? SLICE_NONE : 0;
}

bool date_is_german(struct slice written, const struct date_parts *parts)
{
    return parts->named && !span_is_empty(parts->day) && parts->day.end < written.len &&
           written.ptr[parts->day.end] == '.';
}

/* 6/3/2026 */
static bool is_ambiguous(struct slice written, const struct date_parts *parts, int month, int day)
{
    struct span first = parts->day.start < parts->month.start ? parts->day : parts->month;
    return !parts->named && parts->grain == TIME_DATE && !span_is_empty(parts->year) &&
           parts->year.start > first.start && first.end < written.len &&
           written.ptr[first.end] != '.' && month <= 12 && day <= 12 && month != day;
}

static void put_part(struct slice written, const struct date_parts *parts, struct span part,
                     int value, struct strbuf *out)
{
    uint32_t digits = part.end - part.start;
    if (part.start == parts->year.start && digits == 2 && !span_is_empty(parts->year))
        strbuf_printf(out, "%02d", value % 100);
    else
        strbuf_printf(out, pads(written, parts, part) ? "%02d" : "%d", value);
}

bool date_write_like(struct slice written, const struct date_parts *parts, date_days day,
                     struct strbuf *out)
{
    int year, month, of_month;
    values_of(parts, day, &year, &month, &of_month);
    size_t ordinal = ordinal_length(written, parts->day);
    struct arena arena;
    arena_init(&arena);
    struct slice name = {NULL, 0};
    if (parts->named)
        name = month_name_like(span_slice(written, parts->month), month,
                               date_is_german(written, parts), &arena);
    bool possible = ordinal != SLICE_NONE && !is_ambiguous(written, parts, month, of_month) &&
                    (!parts->named || name.len);
    for (uint32_t i = 0; possible && i < written.len;) {
        if (!span_is_empty(parts->year) && i == parts->year.start) {
            put_part(written, parts, parts->year, year, out);
            i = parts->year.end;
        } else if (!span_is_empty(parts->month) && i == parts->month.start) {
            if (parts->named)
                strbuf_append(out, name);
            else
                put_part(written, parts, parts->month, month, out);
            i = parts->month.end;
        } else if (!span_is_empty(parts->day) && i == parts->day.start) {
            put_part(written, parts, parts->day, of_month, out);
            i = parts->day.end + (uint32_t)ordinal;
            if (ordinal)
                strbuf_puts(out, ordinal_of(of_month));
        } else {
            strbuf_putc(out, written.ptr[i++]);
        }
    }
    arena_release(&arena);
    return possible;
}
