/* claim_parts.c: which part of a document a claim names. */
#include "analysis/claim_parts.h"

#include "text/fold.h"

/* The section of the one heading with that kind and number. */
static bool section_of(const struct model *model, enum item_kind kind, struct slice number,
                       struct span *section)
{
    bool found = false;
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->kind != kind || item->source != ITEM_FROM_HEADING ||
            !slice_equal(item->number, number))
            continue;
        if (found)
            return false;
        found = true;
        *section = model->headings.items[item->heading].section;
    }
    return found;
}

static size_t number_length(struct slice s)
{
    size_t end = 0;
    while (end < s.len && end < 6 &&
           (ascii_is_digit(s.ptr[end]) ||
            (s.ptr[end] == '.' && end && end + 1 < s.len && ascii_is_digit(s.ptr[end + 1]))))
        end++;
    return end;
}

static size_t skip_spaces(struct slice s, size_t at)
{
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '#'))
        at++;
    return at;
}

/* A kind's word and number at the start of `s`: "Phase 3", "Phases 1–4", "US2"; gives how many bytes, 0 where
 * it is none or names nothing here. */
static size_t read_part(const struct model *model, struct slice s, struct named_part *out)
{
    size_t word;
    enum item_kind kind = item_kind_of(s, &word);
    if (kind == ITEM_OTHER || word == 0) { /* "Phases 1–4" */
        for (word = 0; word < s.len && ascii_is_alpha(s.ptr[word]); word++) {
        }
        if (word < 4 || s.ptr[word - 1] != 's')
            return 0;
        char singular[32];
        if (word + 1 >= sizeof singular)
            return 0;
        memcpy(singular, s.ptr, word - 1);
        memcpy(singular + word - 1, " 1", 2);
        size_t length;
        kind = item_kind_of((struct slice){singular, word + 1}, &length);
        if (kind == ITEM_OTHER || length != word - 1)
            return 0;
    }
    size_t at = skip_spaces(s, word);
    size_t length = number_length(slice_from(s, at));
    struct span first = SPAN_NONE, last;
    if (length == 0 || !section_of(model, kind, slice_sub(s, at, at + length), &first))
        return 0;
    last = first;
    at += length;
    struct slice rest = slice_from(s, at);
    size_t dash = slice_starts(rest, SLICE("-"))                                     ? 1
                  : slice_starts(rest, SLICE("–")) || slice_starts(rest, SLICE("—")) ? 3
                                                                                     : 0;
    length = dash ? number_length(slice_from(rest, dash)) : 0;
    if (length) {
        if (!section_of(model, kind, slice_sub(rest, dash, dash + length), &last) ||
            last.start < first.start)
            return 0;
        at += dash + length;
    }
    *out = (struct named_part){{first.start, last.end}, slice_sub(s, 0, at)};
    return at;
}

static bool starts_word(struct slice s, size_t at)
{
    return at == 0 || !(ascii_is_alnum(s.ptr[at - 1]) || (unsigned char)s.ptr[at - 1] >= 0x80 ||
                        s.ptr[at - 1] == '-');
}

void parts_named_last(const struct model *model, struct slice text, struct named_parts *out)
{
    out->len = 0;
    if (text.len > 160)
        text = slice_from(text, text.len - 160);
    for (size_t at = 0; at < text.len; at++) {
        struct named_part part;
        if (memchr(".;,()|", text.ptr[at], 6)) {
            out->len = 0;
            continue;
        }
        if (!starts_word(text, at) || ascii_is_space(text.ptr[at]))
            continue;
        size_t length = read_part(model, slice_from(text, at), &part);
        if (length == 0)
            continue;
        out->v[0] = part;
        out->len = 1;
        at += length - 1;
    }
}

void parts_of_row(const struct model *model, struct slice name, struct arena *arena,
                  struct named_parts *out)
{
    out->len = 0;
    for (size_t at = 0; at < name.len && at < 160 && out->len < PARTS_MAX; at++) {
        struct named_part part;
        if (!starts_word(name, at) || ascii_is_space(name.ptr[at]))
            continue;
        size_t length = read_part(model, slice_from(name, at), &part);
        if (length == 0)
            continue;
        out->v[out->len++] = part;
        at += length - 1;
    }
    if (out->len || name.len < 4)
        return;
    uint32_t heading = model_heading_by_title(model, fold_title(arena, name));
    if (heading != NO_INDEX)
        out->v[out->len++] = (struct named_part){model->headings.items[heading].section, name};
}
