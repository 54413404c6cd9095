/* human.c: findings as people read them: message, place, source line, notes, the way to mend it. */
#include "cli/human.h"

#include "cli/change.h"
#include "cli/excerpt.h"

#include <string.h>

#define MAX_NOTES 3
#define MAX_FIXES 4

/* One place to show, with the line numbers' width still to be settled. */
struct place {
    const struct text *text; /* NULL: only the name is known */
    const char *shown;
    struct span span;
};

struct printer {
    const struct canvas *canvas;
    const struct human_sources *sources;
    const struct planls_diagnostic *diagnostic;
    struct arena arena;
    struct place place, notes[MAX_NOTES];
    size_t note_count;
    const struct planls_fix *fix; /* the one that is shown whole */
    struct place fix_place;
    struct change change;
    bool has_change;
    unsigned gutter;
};

const char *human_severity(enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        return "error";
    case PLANLS_WARNING:
        return "warning";
    case PLANLS_HINT:
        break;
    }
    return "hint";
}

static enum paint severity_paint(enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        return PAINT_ERROR;
    case PLANLS_WARNING:
        return PAINT_WARNING;
    case PLANLS_HINT:
        break;
    }
    return PAINT_HINT;
}

/* ---- gathering ------------------------------------------------------------------------------- */

static struct place place_at(const struct printer *p, const char *path, struct planls_range range)
{
    struct place place = {NULL, path, {range.start, range.end}};
    place.text = p->sources->text(p->sources->context, path, &place.shown);
    return place;
}

static void widen(struct printer *p, uint32_t line)
{
    unsigned digits = excerpt_gutter(line);
    p->gutter = digits > p->gutter ? digits : p->gutter;
}

static void gather(struct printer *p)
{
    const struct planls_diagnostic *d = p->diagnostic;
    p->place = place_at(p, d->path, d->range);
    p->gutter = 1;
    if (p->place.text)
        widen(p, text_line_of(p->place.text, d->range.start) + 1);
    for (size_t i = 0; i < d->related_count && i < MAX_NOTES; i++) {
        const struct planls_location *where = &d->related[i].where;
        bool named = where->name.end > where->name.start;
        struct place note = place_at(p, where->path, named ? where->name : where->range);
        if (note.text)
            widen(p, text_line_of(note.text, note.span.start) + 1);
        p->notes[p->note_count++] = note;
    }
    for (size_t i = 0; i < d->fix_count; i++)
        if (!p->fix || (d->fixes[i].preferred && !p->fix->preferred))
            p->fix = &d->fixes[i];
    if (!p->fix || p->fix->edit_count == 0 || p->fix->edits[0].create)
        return;
    p->fix_place = place_at(p, p->fix->edits[0].path, p->fix->edits[0].range);
    p->has_change =
        p->fix_place.text && change_of_fix(p->fix, p->fix_place.text, &p->arena, &p->change);
    if (p->has_change)
        widen(p, change_last_line(&p->change));
}

/* ---- printing -------------------------------------------------------------------------------- */

/* "plan.md:7:15", or the name alone where there is no text. */
static void print_where(const struct printer *p, const struct place *place,
                        struct place_cursor *cursor)
{
    paint_text(p->canvas, slice_of(place->shown));
    if (!place->text)
        return;
    struct text_position at = place_of(cursor, place->text, place->span.start);
    strbuf_printf(p->canvas->out, ":%u:%u", (unsigned)at.line + 1, (unsigned)at.column + 1);
}

static void print_arrow(const struct printer *p, const struct place *place)
{
    paint(p->canvas, PAINT_GUTTER);
    strbuf_printf(p->canvas->out, " %*s-->", (int)p->gutter, "");
    paint(p->canvas, PAINT_PLAIN);
    strbuf_putc(p->canvas->out, ' ');
    struct place_cursor elsewhere = {0};
    print_where(p, place, place == &p->place ? p->sources->cursor : &elsewhere);
    strbuf_putc(p->canvas->out, '\n');
}

static void print_place(const struct printer *p, const struct place *place, char sign,
                        enum paint color)
{
    print_arrow(p, place);
    if (!place->text)
        return;
    excerpt_frame(p->canvas, p->gutter);
    excerpt_place(p->canvas, place->text, place->span, sign, color, p->gutter);
}

static void print_label(const struct printer *p, enum paint color, const char *label,
                        const char *message)
{
    paint_puts(p->canvas, color, label);
    strbuf_puts(p->canvas->out, ": ");
    paint_text(p->canvas, slice_of(message));
    strbuf_putc(p->canvas->out, '\n');
}

static void print_notes(const struct printer *p)
{
    const struct planls_diagnostic *d = p->diagnostic;
    for (size_t i = 0; i < p->note_count; i++) {
        print_label(p, PAINT_BOLD, "note", d->related[i].message);
        print_place(p, &p->notes[i], '-', PAINT_GUTTER);
    }
    if (d->related_count > p->note_count) {
        size_t more = d->related_count - p->note_count;
        paint_puts(p->canvas, PAINT_BOLD, "note");
        strbuf_printf(p->canvas->out, ": and %zu more place%s\n", more, more == 1 ? "" : "s");
    }
}

static void print_fixes(const struct printer *p)
{
    const struct planls_diagnostic *d = p->diagnostic;
    if (!p->fix)
        return;
    print_label(p, PAINT_HELP, "help", p->fix->title);
    if (p->has_change) {
        if (strcmp(p->fix->edits[0].path, d->path) != 0)
            print_arrow(p, &p->fix_place);
        excerpt_frame(p->canvas, p->gutter);
        change_print(p->canvas, &p->change, p->gutter);
    }
    size_t others = 0;
    for (size_t i = 0; i < d->fix_count; i++) {
        if (&d->fixes[i] == p->fix)
            continue;
        if (++others < MAX_FIXES)
            print_label(p, PAINT_HELP, "  or", d->fixes[i].title);
    }
    if (others >= MAX_FIXES)
        strbuf_printf(p->canvas->out, "  or one of %zu more\n", others - MAX_FIXES + 1);
}

static void print_headline(const struct printer *p)
{
    const struct planls_diagnostic *d = p->diagnostic;
    enum paint color = severity_paint(d->severity);
    paint(p->canvas, color);
    strbuf_printf(p->canvas->out, "%s[%s]", human_severity(d->severity), d->code);
    paint(p->canvas, PAINT_PLAIN);
    paint(p->canvas, PAINT_BOLD);
    strbuf_puts(p->canvas->out, ": ");
    paint_text(p->canvas, slice_of(d->message));
    paint(p->canvas, PAINT_PLAIN);
    strbuf_putc(p->canvas->out, '\n');
}

void human_finding(const struct canvas *canvas, const struct human_sources *sources,
                   const struct planls_diagnostic *diagnostic)
{
    struct printer p = {.canvas = canvas, .sources = sources, .diagnostic = diagnostic};
    arena_init(&p.arena);
    gather(&p);
    print_headline(&p);
    print_place(&p, &p.place, '^', severity_paint(diagnostic->severity));
    print_notes(&p);
    print_fixes(&p);
    strbuf_putc(canvas->out, '\n');
    arena_release(&p.arena);
}

void human_finding_short(const struct canvas *canvas, const struct human_sources *sources,
                         const struct planls_diagnostic *diagnostic)
{
    struct printer p = {.canvas = canvas, .sources = sources, .diagnostic = diagnostic};
    struct place place = place_at(&p, diagnostic->path, diagnostic->range);
    print_where(&p, &place, sources->cursor);
    strbuf_puts(canvas->out, ": ");
    print_headline(&p);
}

/* ---- counting -------------------------------------------------------------------------------- */

void human_count(struct human_counts *counts, enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        counts->errors++;
        return;
    case PLANLS_WARNING:
        counts->warnings++;
        return;
    case PLANLS_HINT:
        counts->hints++;
        return;
    }
}

void human_number(const struct canvas *canvas, size_t count, const char *noun)
{
    strbuf_printf(canvas->out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void human_counts(const struct canvas *canvas, const struct human_counts *counts)
{
    const struct {
        size_t count;
        enum planls_severity severity;
    } parts[] = {{counts->errors, PLANLS_ERROR},
                 {counts->warnings, PLANLS_WARNING},
                 {counts->hints, PLANLS_HINT}};
    bool any = false;
    for (size_t i = 0; i < 3; i++) {
        if (parts[i].count == 0)
            continue;
        if (any)
            strbuf_puts(canvas->out, ", ");
        paint(canvas, severity_paint(parts[i].severity));
        human_number(canvas, parts[i].count, human_severity(parts[i].severity));
        paint(canvas, PAINT_PLAIN);
        any = true;
    }
    if (!any)
        paint_puts(canvas, PAINT_HELP, "nothing found");
}
