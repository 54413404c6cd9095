/* status.c: the state that a status field's words say. */
#include "model/words.h"

#include "model/lexicon.h"
#include "text/utf8.h"

#include <string.h>

const char *status_name(enum status status)
{
    static const char *const names[] = {
        [STATUS_NONE] = "",
        [STATUS_TODO] = "todo",
        [STATUS_DOING] = "doing",
        [STATUS_REVIEW] = "review",
        [STATUS_DONE] = "done",
        [STATUS_BLOCKED] = "blocked",
        [STATUS_CANCELLED] = "cancelled",
        [STATUS_DEFERRED] = "deferred",
        [STATUS_UNKNOWN] = "unknown",
    };
    return (size_t)status < sizeof names / sizeof *names ? names[status] : "unknown";
}

/* What one sign says that stands for a word. */
static enum status emoji_status(struct slice s)
{
    static const struct {
        const char *sign;
        enum status status;
    } signs[] = {{"✅", STATUS_DONE},     {"☑", STATUS_DONE},    {"✔", STATUS_DONE},
                 {"✓", STATUS_DONE},     {"🎉", STATUS_DONE},    {"🚧", STATUS_DOING},
                 {"🔄", STATUS_DOING},    {"⏳", STATUS_DOING},   {"🏗", STATUS_DOING},
                 {"🟡", STATUS_DOING}, {"🔵", STATUS_DOING},   {"⬜", STATUS_TODO},
                 {"☐", STATUS_TODO},     {"📋", STATUS_TODO},    {"⚪", STATUS_TODO},
                 {"🚫", STATUS_BLOCKED},  {"⛔", STATUS_BLOCKED}, {"⏸", STATUS_DEFERRED}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_starts(s, slice_of(signs[i].sign)))
            return signs[i].status;
    return STATUS_UNKNOWN;
}

/* "85% Complete", "100%", "60 % done": the number decides; "85% of users" says nothing. */
static enum status percent_status(struct slice s)
{
    size_t digits = 0;
    unsigned percent = 0;
    while (digits < s.len && ascii_is_digit(s.ptr[digits]))
        digits++;
    if (digits == 0 || digits > 3 || !slice_to_u32(slice_sub(s, 0, digits), &percent))
        return STATUS_UNKNOWN;
    struct slice rest = slice_trim_start(slice_from(s, digits));
    if (!slice_starts(rest, SLICE("%")) || percent > 100)
        return STATUS_UNKNOWN;
    rest = slice_trim_start(slice_from(rest, 1));
    size_t space = slice_find_byte(rest, ' ');
    enum status word = status_of(space == SLICE_NONE ? rest : slice_sub(rest, 0, space));
    if (rest.len > 0 && ascii_is_alpha(rest.ptr[0]) && word != STATUS_DONE)
        return STATUS_UNKNOWN;
    return percent == 100 ? STATUS_DONE : percent == 0 ? STATUS_TODO : STATUS_DOING;
}

/* Beginnings that say enough, whatever follows ("Blocked by T012", "Waiting for legal"). */
static enum status prefix_status(struct slice folded)
{
    static const struct {
        const char *words;
        enum status status;
    } prefixes[] = {
        {"blocked", STATUS_BLOCKED},        {"waiting for", STATUS_BLOCKED},
        {"waiting on", STATUS_BLOCKED},     {"blockiert durch", STATUS_BLOCKED},
        {"bloqué par", STATUS_BLOCKED},     {"bloqueado por", STATUS_BLOCKED},
        {"deferred to", STATUS_DEFERRED},   {"deferred until", STATUS_DEFERRED},
        {"postponed to", STATUS_DEFERRED},  {"postponed until", STATUS_DEFERRED},
        {"on hold until", STATUS_DEFERRED}, {"superseded by", STATUS_CANCELLED},
        {"replaced by", STATUS_CANCELLED},  {"not started", STATUS_TODO},
        {"not done", STATUS_TODO},          {"ready to start", STATUS_TODO},
        {"planned for", STATUS_TODO},       {"scheduled for", STATUS_TODO},
        {"done on", STATUS_DONE},           {"completed on", STATUS_DONE},
        {"done in", STATUS_DONE},           {"completed in", STATUS_DONE},
        {"done by", STATUS_DONE},           {"completed by", STATUS_DONE},
        {"merged in", STATUS_DONE},         {"released in", STATUS_DONE},
        {"shipped in", STATUS_DONE},        {"implemented in", STATUS_DONE},
        {"partially", STATUS_DOING},        {"in progress", STATUS_DOING},
        {"awaiting review", STATUS_REVIEW}, {"ready for review", STATUS_REVIEW},
    };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        struct slice words = slice_of(prefixes[i].words);
        if (slice_starts(folded, words) &&
            (folded.len == words.len || folded.ptr[words.len] == ' '))
            return prefixes[i].status;
    }
    return STATUS_UNKNOWN;
}

/* The part before the first bracket, dash with spaces, comma, arrow … that adds an explanation. */
static struct slice head_of(struct slice s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        unsigned len = utf8_decode(slice_from(s, at), &c);
        bool spaced = at > 0 && ascii_is_space(s.ptr[at - 1]);
        if (at > 0 && (c == '(' || c == ',' || c == ';' || c == '|' || c == ':' || c == '&' ||
                       c == '.' || c == 0xFF08 || c == 0xFF0C || c == 0x2192 || c == 0x3002 ||
                       (spaced && lexicon_is_dash(c)) || c == 0x2014))
            return slice_sub(s, 0, at);
        at += len;
    }
    return s;
}

/* Without emphasis, emoji and other decoration in front. */
static struct slice undecorated(struct slice s, struct slice *sign)
{
    *sign = (struct slice){NULL, 0};
    while (s.len > 0) {
        uint32_t c;
        unsigned len = utf8_decode(s, &c);
        bool emoji = c >= 0x80 && lexicon_is_decoration(c);
        if (!emoji && !(c < 0x80 && (ascii_is_space((char)c) || memchr("*_`~\"'[", (int)c, 7))))
            break;
        if (emoji && sign->len == 0 && c != 0xFE0F)
            *sign = s;
        s = slice_from(s, len);
    }
    return s;
}

enum status status_read(struct slice value)
{
    struct slice sign, s = undecorated(slice_trim(value), &sign);
    if (s.len == 0)
        return sign.len > 0 ? emoji_status(sign) : STATUS_NONE;
    enum status status = status_of(s);
    if (status == STATUS_UNKNOWN)
        status = percent_status(s);
    struct slice head = slice_trim(head_of(s));
    if (status == STATUS_UNKNOWN && head.len < s.len)
        status = status_of(head);
    if (status == STATUS_UNKNOWN) {
        struct lexicon_key folded = lexicon_fold(head);
        status = prefix_status(lexicon_key_slice(&folded));
    }
    return status;
}
