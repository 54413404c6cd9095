/* decisions.c: what has to be decided or signed: checklists, votes, records with blanks. */
#include "model/decision_words.h"
#include "model/record_build.h"
#include "model/title.h"

#define BLANK_MIN 3 /* underscores that make a blank */

/* ---- one line of a form ---------------------------------------------------------------------- */

/* "________", whatever follows it on the line ("Datum: ____"). */
static bool begins_blank(struct slice s)
{
    size_t underscores = 0;
    while (underscores < s.len && s.ptr[underscores] == '_')
        underscores++;
    return underscores >= BLANK_MIN;
}

/* The mark in front of an option: 1 ticked, 0 open, -1 none. A box that was damaged by a wrong encoding
 * counts as open. */
static int option_mark(struct slice s, size_t *length)
{
    static const struct {
        const char *mark;
        int ticked;
    } marks[] = {{"☐", 0},   {"□", 0},   {"▢", 0},   {"◻", 0},   {"⬜", 0},   {"[ ]", 0},
                 {"( )", 0}, {"â˜", 0},  {"☑", 1},   {"☒", 1},   {"✅", 1},   {"✔", 1},
                 {"✓", 1},   {"[x]", 1}, {"[X]", 1}, {"(x)", 1}, {"(X)", 1}, {"■", 1}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(s, slice_of(marks[i].mark))) {
            *length = strlen(marks[i].mark);
            return marks[i].ticked;
        }
    return -1;
}

/* "☐ GO  ☐ NO-GO  ☐ DEFERRED": at least two options with a mark; *chosen where one is ticked. */
static bool read_options(struct slice value, bool *chosen)
{
    size_t options = 0;
    *chosen = false;
    for (size_t at = 0; at < value.len;) {
        size_t length = 0, end;
        int ticked = option_mark(slice_from(value, at), &length);
        if (ticked < 0) {
            at++;
            continue;
        }
        at += length;
        for (end = at; end < value.len && option_mark(slice_from(value, end), &length) < 0;)
            end++;
        if (is_option_word(slice_sub(value, at, end))) {
            options++;
            *chosen = *chosen || ticked;
        }
        at = end;
    }
    return options > 1;
}

static bool is_optional(struct slice name)
{
    static const char *const words[] = {"(optional", "(if ", "notes", "comments", "remarks"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(name, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

/* Labels of days, which nobody signs. */
static bool names_date(struct slice name)
{
    return slice_ends_nocase(name, SLICE("date")) || slice_ends_nocase(name, SLICE("time")) ||
           slice_is_nocase(name, "datum") || slice_is_nocase(name, "fecha");
}

/* Those by which it must be settled; a bare "Date:" is the day somebody wrote or signed something. */
static bool names_due(struct slice name)
{
    static const char *const words[] = {"due",         "due date",     "decision date", "deadline",
                                        "decide by",   "decision by",  "decision due",  "sign by",
                                        "sign-off by", "approval due", "approval by",   "vote by",
                                        "frist",       "échéance",     "fecha límite"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(name, words[i]))
            return true;
    return false;
}

static void read_due(struct builder *b, struct span span, struct decision *decision)
{
    struct inlines inlines = builder_inlines_of(b, span);
    struct time_values times = {0};
    time_read(&inlines, b->bytes, 0, b->scratch, &times);
    for (size_t i = 0; i < times.len; i++)
        if (times.items[i].kind == TIME_SPAN && times.items[i].to.unit == TIME_DATE &&
            times.items[i].year_given && decision->due == DATE_NONE)
            decision->due = times.items[i].to.value;
}

/* Where the value of "CTO: ____   Date: ___" ends: before the second label. */
static size_t value_end(struct slice value)
{
    size_t date = slice_find_nocase(value, SLICE("date:"));
    return date == SLICE_NONE ? value.len : date;
}

static void read_form_line(struct builder *b, struct span line, bool in_fence,
                           struct decision *decision)
{
    struct label label;
    bool chosen;
    line = span_trim(b->bytes, line);
    struct slice text = span_slice(b->bytes, line);
    size_t colon = slice_find_byte(text, ':');
    if (colon == SLICE_NONE || colon == 0 || colon > 60)
        return;
    label.words = span_unmarked(b->bytes, (struct span){line.start, line.start + (uint32_t)colon});
    label.value = span_trim(b->bytes, (struct span){line.start + (uint32_t)colon + 1, line.end});
    struct slice name = span_slice(b->bytes, label.words);
    struct slice value = span_slice(b->bytes, label.value);
    if (value.len == 0 || name.len == 0)
        return;
    if (read_options(value, &chosen)) {
        *VEC_PUSH(b->arena, &decision->lines) =
            (struct decision_line){line, builder_keep(b, name), !chosen, is_optional(name)};
        return;
    }
    if (names_due(name))
        read_due(b, label.value, decision);
    if (names_due(name) || names_date(name))
        return;
    size_t end = value_end(value);
    bool blank = begins_blank(value);
    /* A filled line counts where it is signed with a date: everything else may be prose. */
    bool dated = end < value.len && in_fence;
    if (blank || dated)
        *VEC_PUSH(b->arena, &decision->lines) =
            (struct decision_line){line, builder_keep(b, name), blank, is_optional(name)};
}

static void read_fence(struct builder *b, struct span text, struct decision *decision)
{
    for (uint32_t at = text.start; at < text.end;) {
        uint32_t end = at;
        while (end < text.end && b->bytes.ptr[end] != '\n')
            end++;
        read_form_line(b, (struct span){at, end}, true, decision);
        at = end + 1;
    }
}

/* ---- a section ------------------------------------------------------------------------------- */

/* Boxes: a choice where they are options to choose from, else one consent each. */
static void read_boxes(struct builder *b, uint32_t list, struct decision *decision)
{
    const struct block *v = b->blocks->v;
    size_t options = 0, items = 0;
    bool chosen = false;
    for (uint32_t i = list + 1; i < v[list].next; i = v[i].next) {
        struct slice box = span_slice(b->bytes, v[i].box);
        struct span text = {v[i].box.end, v[i].span.end};
        items++;
        options += box.len > 0 && is_option_word(span_slice(b->bytes, text));
        chosen = chosen || slice_is_nocase(box, "[x]");
    }
    if (options > 1 && options == items) {
        struct span where = span_trim(b->bytes, v[list].span);
        *VEC_PUSH(b->arena, &decision->lines) =
            (struct decision_line){where, decision->title, !chosen, false};
        return;
    }
    for (uint32_t i = list + 1; i < v[list].next; i = v[i].next) {
        struct slice box = span_slice(b->bytes, v[i].box);
        if (box.len == 0 || i + 2 >= v[i].next)
            continue;
        struct span text = span_trim(b->bytes, (struct span){v[i].box.end, v[i + 2].text.end});
        struct slice name = record_text(b, text);
        *VEC_PUSH(b->arena, &decision->lines) =
            (struct decision_line){text, name, !slice_is_nocase(box, "[x]"), is_optional(name)};
    }
}

static enum decision_kind kind_of(struct slice title, bool *found)
{
    bool decides = is_decision_title(title);
    *found = decides || is_approval_title(title);
    return decides ? DECISION_OPEN_CHOICE : DECISION_APPROVAL;
}

static bool is_decision_heading(const struct builder *b, uint32_t block)
{
    uint32_t heading = b->heading_of[block];
    bool found = false;
    if (heading == NO_INDEX)
        return false;
    const struct heading *h = &b->model->headings.items[heading];
    /* "Action Item 2: Budget approval" is work. */
    if (h->nested || (h->item != NO_INDEX && b->model->items.items[h->item].kind != ITEM_DECISION &&
                      b->model->items.items[h->item].kind != ITEM_GATE &&
                      b->model->items.items[h->item].kind != ITEM_OTHER))
        return false;
    kind_of(b->titles[heading].whole, &found);
    return found;
}

static bool begins_before(struct slice title)
{
    static const char *const words[] = {"before ", "prior to ", "vor ", "avant ", "antes de "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(title, slice_of(words[i])))
            return true;
    return false;
}

static void read_section(struct builder *b, uint32_t block, struct decision *decision)
{
    const struct block *v = b->blocks->v;
    uint32_t end = v[v[block].parent].next;
    for (uint32_t i = v[block].next; i < end;) {
        uint32_t next = i + 1;
        if (v[i].kind == BLOCK_HEADING && b->heading_of[i] != NO_INDEX) {
            struct slice title = b->titles[b->heading_of[i]].whole;
            if (decision->before.len == 0 && begins_before(title))
                decision->before = builder_keep(b, title);
        } else if (v[i].kind == BLOCK_FENCE) {
            read_fence(b, v[i].text, decision);
        } else if (v[i].kind == BLOCK_LIST) {
            size_t lines = decision->lines.len;
            read_boxes(b, i, decision);
            next = decision->lines.len > lines ? v[i].next : next;
        } else if (v[i].kind == BLOCK_LINE) {
            read_form_line(b, v[i].text, false, decision);
        } else if (v[i].kind == BLOCK_QUOTE) {
            next = v[i].next;
        } else if (v[i].kind == BLOCK_BREAK && decision->lines.len) {
            return; /* what stands below a rule is the document's foot */
        }
        i = next;
    }
}

/* The bracket of "FINAL CHECKLIST (Before Starting)", its own or of the heading above. */
static struct slice before_of(struct builder *b, uint32_t heading)
{
    for (int levels = 0; heading != NO_INDEX && levels < 2; levels++) {
        struct slice title = b->model->headings.items[heading].title;
        size_t open = slice_find_byte(title, '(');
        struct slice inside = open == SLICE_NONE ? SLICE("") : slice_from(title, open + 1);
        if (begins_before(inside))
            return builder_keep(b, slice_sub(inside, 0, slice_find_byte(inside, ')')));
        heading = b->model->headings.items[heading].parent;
    }
    return SLICE("");
}

void build_decisions(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        if (v[i].kind != BLOCK_HEADING || v[v[i].parent].kind != BLOCK_SECTION ||
            !is_decision_heading(b, i))
            continue;
        bool found, outer = false;
        for (uint32_t k = v[i].next; k < v[v[i].parent].next && !outer; k++)
            outer = v[k].kind == BLOCK_HEADING && is_decision_heading(b, k);
        if (outer)
            continue;
        uint32_t heading = b->heading_of[i];
        struct decision decision = {.span = v[v[i].parent].span,
                                    .name_span = v[i].text,
                                    .heading = heading,
                                    .title = builder_keep(b, b->titles[heading].whole),
                                    .before = before_of(b, heading),
                                    .due = DATE_NONE};
        decision.kind = kind_of(b->titles[heading].whole, &found);
        read_due(b, v[i].text, &decision);
        read_section(b, i, &decision);
        if (decision.lines.len)
            *VEC_PUSH(b->arena, &b->model->decisions) = decision;
    }
}
