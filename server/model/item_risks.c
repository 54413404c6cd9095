/* item_risks.c: what may go wrong and what is done about it: the risks of a blockers field.
 *
 * A mitigation stands behind an arrow, behind a word for it, behind a bold label's colon, in a nested
 * bullet, in a column, or in a field of its own. Where the field's label promises mitigations
 * ("Blockers & Mitigation") a dash or a plain colon parts the two as well.
 */
#include "model/field_entries.h"
#include "model/field_labels.h"
#include "model/item_build.h"
#include "model/plan_words.h"

#include <string.h>

struct risk_parts {
    struct span blocker, mitigation; /* the latter may be empty */
    bool by_label;                   /* parted only by a bold label's colon */
};

/* ---- parting a line ---------------------------------------------------------------------------- */

static bool in_group(const struct inlines *inlines, uint32_t node)
{
    for (uint32_t up = inlines->v[node].parent; up; up = inlines->v[up].parent)
        if (inlines->v[up].kind == INLINE_PAREN || inlines->v[up].kind == INLINE_CODE ||
            inlines->v[up].kind == INLINE_LINK)
            return true;
    return false;
}

static bool part_at(struct slice bytes, struct span text, uint32_t end, uint32_t start,
                    struct risk_parts *parts)
{
    parts->blocker = entry_trim(bytes, (struct span){text.start, end});
    parts->mitigation = entry_trim(bytes, (struct span){start, text.end});
    return !span_is_empty(parts->blocker) && !span_is_empty(parts->mitigation);
}

static bool part_at_arrow(struct builder *b, struct span text, struct risk_parts *parts)
{
    struct inlines inlines;
    struct slice s = span_slice(b->bytes, text);

    if (!memchr(s.ptr, '>', s.len) && !memchr(s.ptr, 0xE2, s.len))
        return false;
    inlines = builder_inlines_of(b, text);
    for (uint32_t i = 1; i < inlines.len; i++)
        if (inlines.v[i].kind == INLINE_ARROW && !in_group(&inlines, i))
            return part_at(b->bytes, text, inlines.v[i].span.start, inlines.v[i].span.end, parts);
    return false;
}

/* "… Mitigation: x", "… (Mitigation: x)", "… — **Mitigation:** x" inside the line. */
static bool part_at_word(struct builder *b, struct span text, struct risk_parts *parts)
{
    struct slice s = span_slice(b->bytes, text);

    for (size_t colon = 1; colon < s.len; colon++) {
        size_t start = colon, end = colon + 1;
        if (s.ptr[colon] != ':')
            continue;
        while (start > 0 && colon - start < 40 && !memchr(".;(|*,", s.ptr[start - 1], 6) &&
               (unsigned char)s.ptr[start - 1] < 0xE2)
            start--;
        while (end < s.len && s.ptr[end] == '*')
            end++;
        struct slice word = slice_sub(s, start, colon);
        if (slice_find(word, SLICE("- ")) != SLICE_NONE)
            word = slice_from(word, slice_find(word, SLICE("- ")) + 2);
        if (field_key_of(slice_trim(word), b->settings) != FIELD_MITIGATION)
            continue;
        start = (size_t)(word.ptr - s.ptr);
        while (start > 0 && memchr("*( ", s.ptr[start - 1], 3))
            start--;
        if (part_at(b->bytes, text, text.start + (uint32_t)start, text.start + (uint32_t)end,
                    parts)) {
            struct slice rest = span_slice(b->bytes, parts->mitigation);
            if (slice_ends(rest, SLICE(")")) && slice_find_byte(rest, '(') == SLICE_NONE)
                parts->mitigation.end--;
            if (slice_ends(span_slice(b->bytes, parts->blocker), SLICE(".")))
                parts->blocker.end--;
            return true;
        }
    }
    return false;
}

static bool part_at_label(struct builder *b, struct span text, struct risk_parts *parts)
{
    struct field_label label;

    if (!slice_starts(span_slice(b->bytes, text), SLICE("**")) ||
        !field_label_bold(b->bytes, text, &label) || span_is_empty(label.value))
        return false;
    parts->blocker = label.words;
    parts->mitigation = label.value;
    parts->by_label = true;
    return true;
}

static bool part_at_sign(struct builder *b, struct span text, struct risk_parts *parts)
{
    static const char *const signs[] = {" — ", " – ", " - ", ": ", "："};
    struct slice s = span_slice(b->bytes, text);

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t at = slice_find(s, slice_of(signs[i]));
        if (at == SLICE_NONE || slice_contains(slice_sub(s, 0, at), SLICE("(")))
            continue;
        return part_at(b->bytes, text, text.start + (uint32_t)at,
                       text.start + (uint32_t)(at + strlen(signs[i])), parts);
    }
    return false;
}

static void part(struct builder *b, struct span text, bool promised, struct risk_parts *parts)
{
    *parts = (struct risk_parts){.blocker = text};
    if (part_at_arrow(b, text, parts) || part_at_word(b, text, parts) ||
        part_at_label(b, text, parts) || (promised && part_at_sign(b, text, parts)))
        return;
    *parts = (struct risk_parts){.blocker = entry_trim(b->bytes, text)};
}

/* ---- risks ------------------------------------------------------------------------------------- */

struct risk_reader {
    struct builder *b;
    struct item *item;
    bool promised;                           /* the label speaks of mitigations */
    bool by_label;                           /* the last risk was parted by its bold label alone */
    uint32_t mitigation_column, risk_column; /* of the table being read */
};

/* Does a label like "Blockers & Mitigation" name mitigations too? */
static bool promises_mitigation(struct builder *b, struct slice label)
{
    size_t start = 0;

    for (size_t i = 0; i <= label.len; i++) {
        struct slice part_of;
        if (i < label.len && !memchr("&/+, ", label.ptr[i], 5))
            continue;
        part_of = slice_trim(slice_sub(label, start, i));
        if (part_of.len && field_key_of(part_of, b->settings) == FIELD_MITIGATION)
            return true;
        start = i + 1;
    }
    return false;
}

/* "None critical", "No known" and their like: the word behind that says none of what. */
static bool is_degree(struct slice word)
{
    static const char *const words[] = {"critical", "crítico", "críticos", "critique",
                                        "kritisch", "major",   "known",    "bekannt",
                                        "conocido", "connu",   "serious",  "identified"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}

/* "None. The feature is complete", "Ninguno crítico", "Minimal, all is tested": there is none. "No steel" is
 * one. */
static bool says_none(struct slice s)
{
    size_t end = 0;
    while (end < s.len && !memchr(" .,;(", s.ptr[end], 5))
        end++;
    struct slice first = slice_sub(s, 0, end);
    if (end == s.len || s.ptr[end] != ' ')
        return is_none_word(first) || (end < s.len && slice_is_nocase(first, "minimal"));
    return is_none_word(s) ||
           (is_none_word(first) && is_degree(slice_trim_end(slice_from(s, end + 1))));
}

static void add_risk(struct risk_reader *r, struct span where, const struct risk_parts *parts)
{
    struct risk *risk;

    if (span_is_empty(parts->blocker) || says_none(span_slice(r->b->bytes, parts->blocker)) ||
        is_risk_level(span_slice(r->b->bytes, where)))
        return;
    risk = VEC_PUSH(r->b->scratch, &r->item->risks);
    risk->where = where;
    risk->blocker_span = parts->blocker;
    risk->blocker = builder_plain(r->b, parts->blocker);
    risk->mitigation = builder_plain(r->b, parts->mitigation);
    risk->insert = (struct span){where.end, where.end};
    r->by_label = parts->by_label;
}

static void read_text_of(struct risk_reader *r, struct span text)
{
    struct risk_parts parts;
    part(r->b, text, r->promised, &parts);
    add_risk(r, text, &parts);
}

/* "Impact: high", with or without marks: rates the risk, counters nothing. */
static bool is_rating(const struct risk_reader *r, struct span text)
{
    struct slice s = span_slice(r->b->bytes, text);
    size_t colon = slice_find_byte(slice_sub(s, 0, 40), ':');
    return colon != SLICE_NONE && is_risk_rating(slice_sub(s, 0, colon));
}

/* What stands below a risk or beside it as "Mitigation: …" counters it. */
static bool read_mitigation(struct risk_reader *r, const struct field_entry *entry)
{
    struct risk *risk = r->item->risks.len ? VEC_LAST(&r->item->risks) : NULL;
    struct span value = entry->text;
    struct field_label label;
    bool labelled = field_label_at(r->b->bytes, value, r->b->settings, &label);

    if (!risk || (entry->level < 2 && !(labelled && label.key == FIELD_MITIGATION)))
        return false;
    if (is_rating(r, value))
        return true;
    if (labelled) {
        if (label.key != FIELD_MITIGATION && label.key != FIELD_ACTION && label.key != FIELD_OTHER)
            return true;
        value = label.value;
        if (label.key == FIELD_MITIGATION && r->by_label) { /* `**Risk**: what it is` */
            risk->blocker_span = risk->where;
            risk->blocker = builder_plain(r->b, risk->where);
            risk->mitigation = (struct slice){NULL, 0};
            r->by_label = false;
        }
    }
    if (!risk->mitigation.len)
        risk->mitigation = builder_plain(r->b, value);
    return true;
}

static void read_header(struct risk_reader *r, uint32_t table)
{
    const struct builder *b = r->b;
    uint32_t column = 0, row = block_first_child(b->blocks, table);

    r->mitigation_column = r->risk_column = NO_INDEX;
    for (uint32_t cell = block_first_child(b->blocks, row); cell;
         cell = block_next_sibling(b->blocks, cell), column++) {
        struct slice words = title_undecorate(span_slice(b->bytes, b->blocks->v[cell].text));
        enum field_key key = field_key_of(words, b->settings);
        if (key == FIELD_MITIGATION && r->mitigation_column == NO_INDEX)
            r->mitigation_column = column;
        else if (key == FIELD_BLOCKERS && r->risk_column == NO_INDEX)
            r->risk_column = column;
    }
    if (r->risk_column == NO_INDEX)
        r->risk_column = 0;
}

static void read_row(struct risk_reader *r, uint32_t row)
{
    const struct builder *b = r->b;
    struct risk_parts parts = {0};
    uint32_t column = 0;
    struct span end = SPAN_NONE;

    for (uint32_t cell = block_first_child(b->blocks, row); cell;
         cell = block_next_sibling(b->blocks, cell), column++) {
        if (column == r->risk_column)
            parts.blocker = b->blocks->v[cell].text;
        if (column == r->mitigation_column)
            parts.mitigation = end = b->blocks->v[cell].text;
    }
    add_risk(r, b->blocks->v[row].span, &parts);
    if (r->item->risks.len)
        VEC_LAST(&r->item->risks)->insert = end;
}

/* A value above a list or table only leads to it. */
static bool has_list(const struct field_entries *entries)
{
    for (size_t i = 0; i < entries->len; i++)
        if (entries->items[i].source == ENTRY_BULLET || entries->items[i].source == ENTRY_ROW)
            return true;
    return false;
}

/* Risks in a table: the lists around it say what they are handled by. */
static bool has_rows(const struct field_entries *entries)
{
    for (size_t i = 0; i < entries->len; i++)
        if (entries->items[i].source == ENTRY_ROW)
            return true;
    return false;
}

/* `**Mitigation:** x` beside `**Risk:** y`: counters the last risks that nothing counters yet. */
static void read_mitigation_field(struct builder *b, struct item *item, uint32_t field)
{
    struct field_entries entries;
    struct slice text = {NULL, 0};

    field_entries_read(b, field, &entries);
    if (entries.len)
        text = builder_plain(b, entries.items[0].text);
    for (size_t i = text.len ? item->risks.len : 0;
         i > 0 && !item->risks.items[i - 1].mitigation.len; i--)
        item->risks.items[i - 1].mitigation = text;
}

void item_risks_read(struct builder *b, struct item *item, uint32_t field)
{
    const struct field *f = &b->model->fields.items[field];
    struct risk_reader r = {.b = b, .item = item};
    struct field_entries entries;
    uint32_t table = 0;

    if (f->key == FIELD_MITIGATION) {
        read_mitigation_field(b, item, field);
        return;
    }
    r.promised = promises_mitigation(b, f->label);
    field_entries_read(b, field, &entries);
    bool tabled = has_rows(&entries);
    for (size_t i = 0; i < entries.len; i++) {
        const struct field_entry *entry = &entries.items[i];
        struct span text = entry->text, one;
        if (tabled && entry->source == ENTRY_BULLET)
            continue;
        if (entry->source == ENTRY_ROW) {
            if (b->blocks->v[entry->block].parent != table) {
                table = b->blocks->v[entry->block].parent;
                read_header(&r, table);
            }
            read_row(&r, entry->block);
        } else if (entry->source == ENTRY_BULLET) {
            if (!read_mitigation(&r, entry) && entry->level == 1)
                read_text_of(&r, text);
        } else if (entry->source == ENTRY_VALUE && !has_list(&entries)) {
            while (entry_next_part(b->bytes, &text, &one))
                read_text_of(&r, one);
        }
    }
}
